<?php

/**
 * A newer version was unpacked: its hooks may be others, so the module asks to be loaded again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\Whmcs\ModuleHooks;

final class Upgrade
{
    /**
     * @param array<string, mixed> $vars
     * @return array<string, mixed>
     */
    public function run(array $vars): array
    {
        ModuleHooks::register();
        return [];
    }
}
