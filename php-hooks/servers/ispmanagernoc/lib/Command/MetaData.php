<?php

/**
 * How WHMCS treats and names the module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Texts;

final class MetaData
{
    /** @return array<string, string|bool> */
    public function run(): array
    {
        return [
            'DisplayName' => 'ispmanager NOC',
            'APIVersion' => '1.1',
            'RequiresServer' => true,
            'AdminSingleSignOnLabel' => Texts::current()->get('server.single-sign-on'),
        ];
    }
}
