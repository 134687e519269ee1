<?php

/**
 * Loads hook files in the documented order: includes/hooks always, server modules listed in ModuleHooks, addons that are active.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Installation;
use WHMCS\Config\Setting;

final class HookFiles
{
    public static function load(): void
    {
        foreach (glob(Installation::root() . '/includes/hooks/*.php') ?: [] as $file) {
            if (!str_starts_with(basename($file), '_')) {
                require_once $file;
            }
        }
        foreach (self::names('ModuleHooks') as $module) {
            self::loadOne('servers', $module);
        }
        foreach (array_intersect(self::names('AddonModulesHooks'), self::names('ActiveAddonModules')) as $addon) {
            self::loadOne('addons', $addon);
        }
    }

    /** @return list<string> */
    public static function names(string $setting): array
    {
        return array_values(array_filter(explode(',', (string) Setting::getValue($setting))));
    }

    /** Adds the module to a list of names in the settings, or takes it out. */
    public static function list(string $setting, string $module, bool $isListed): void
    {
        $names = array_diff(self::names($setting), [$module]);
        if ($isListed) {
            $names[] = $module;
        }
        Setting::setValue($setting, implode(',', $names));
    }

    /** WHMCS detects a server module's hooks when a product's module settings are saved. */
    public static function detect(string $module): void
    {
        self::list('ModuleHooks', $module, is_file(self::file('servers', $module)));
    }

    private static function loadOne(string $kind, string $module): void
    {
        $file = self::file($kind, $module);
        if (is_file($file)) {
            require_once $file;
        }
    }

    private static function file(string $kind, string $module): string
    {
        return Installation::modules() . "/$kind/$module/hooks.php";
    }
}
