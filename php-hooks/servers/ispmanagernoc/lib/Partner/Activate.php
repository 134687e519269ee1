<?php

/**
 * The addon was activated: from now on the hooks are loaded, even before any product was saved.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ModuleHooks;

final class Activate
{
    /**
     * @param array<string, mixed> $vars
     * @return array{status: string, description: string}
     */
    public function run(array $vars): array
    {
        ModuleHooks::register();
        return ['status' => 'success', 'description' => Texts::current()->get('partner.activated')];
    }
}
