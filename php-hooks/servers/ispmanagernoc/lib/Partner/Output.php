<?php

/**
 * The addon's page in WHMCS, which is also where staff's panels post their messages.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Relay;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Staff;
use IspmanagerNoc\Whmcs\Token;

final class Output
{
    /** @param array<string, mixed> $vars */
    public function run(array $vars): string
    {
        if (Request::holdsMessage()) {
            Relay::inWhmcs()->answer(Audience::Staff, Request::received())->send();
        }
        $address = Address::received();
        if ($address->text('export') === 'csv') {
            $address->tab()->content(App::get(), Texts::current(), $address)->csv()?->send();
        }
        $page = new PartnerPage(App::get(), Texts::current(), $address, Access::mayManage(Staff::current()));
        return $page->html(self::form());
    }

    /** Whatever a form does must not be caused by a link or a form of another site. */
    private static function form(): ?Form
    {
        $request = Request::received();
        $isOurs = $request->method === 'POST' && Token::matches($request->token, Token::STAFF);
        return $isOurs ? Form::received() : null;
    }
}
