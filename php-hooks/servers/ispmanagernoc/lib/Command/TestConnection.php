<?php

/**
 * Checks the login of a server record, as it stands in the form, and says the account's balance.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Texts;

final class TestConnection
{
    /**
     * @param array<string, mixed> $params
     * @return array{success: bool, error: string, message: string} WHMCS shows the message where its version can
     */
    public function run(array $params): array
    {
        $app = App::get();
        $balance = $app->accountUnderTest($app->servers()->fromParams($params))->balance();
        $texts = Texts::current();
        $text = $balance === null ? $texts->get('server.connected') : $texts->get('server.balance', ['balance' => (string) $balance]);
        return ['success' => true, 'error' => '', 'message' => $text];
    }
}
