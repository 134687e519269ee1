<?php

/**
 * The addon's page in WHMCS, which is also where staff's panels post their messages.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\PartnerPage;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Relay;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Token;

final class Output
{
    /** @param array<string, mixed> $vars */
    public function run(array $vars): string
    {
        if (Request::holdsMessage()) {
            Relay::inWhmcs()->answer(Audience::Staff, Request::received())->send();
        }
        $server = is_scalar($_GET['server'] ?? null) ? (int) $_GET['server'] : 0;
        return (new PartnerPage(App::get(), Texts::current()))->html($server, self::wantsRefresh());
    }

    /** Asking the account costs time, so a link from another site must not cause it. */
    private static function wantsRefresh(): bool
    {
        $request = Request::received();
        return $request->method === 'POST' && isset($_POST['refresh']) && Token::matches($request->token, Token::STAFF);
    }
}
