<?php

/**
 * Sends staff to the account's own pages with a key that logs them in once. WHMCS has checked who may do so.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;

final class SingleSignOn
{
    /**
     * @param array<string, mixed> $params
     * @return array{success: bool, redirectTo: string}
     */
    public function run(array $params): array
    {
        $app = App::get();
        return ['success' => true, 'redirectTo' => $app->accountUnderTest($app->servers()->fromParams($params))->loginAddress()];
    }
}
