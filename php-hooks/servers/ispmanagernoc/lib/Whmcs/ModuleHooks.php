<?php

/**
 * WHMCS loads a server module's hooks only after a product that uses it was saved. The module asks to be loaded earlier, on the
 * pages where staff set it up, so that the first product already gets its fields and its panel.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class ModuleHooks
{
    private const SETUP_PAGES = ['configservers', 'configproducts'];
    private const SETTING = 'ModuleHooks';

    public static function registerOnSetupPages(): void
    {
        $page = basename((string) ($_SERVER['SCRIPT_NAME'] ?? ''), '.php');
        if (in_array($page, self::SETUP_PAGES, true) && (int) ($_SESSION['adminid'] ?? 0) > 0) {
            self::register();
        }
    }

    /** Adds the module to WHMCS's list and leaves what stands there as it is. A WHMCS without the list is left alone. */
    public static function register(): void
    {
        $modules = self::modules();
        if ($modules !== null && !in_array(Module::NAME, $modules, true)) {
            Setting::change(self::SETTING, implode(',', [...$modules, Module::NAME]));
        }
    }

    /** A WHMCS without the list has another way to find them. */
    public static function areRegistered(): bool
    {
        $modules = self::modules();
        return $modules === null || in_array(Module::NAME, $modules, true);
    }

    /** @return list<string>|null null where WHMCS has no list */
    private static function modules(): ?array
    {
        $list = Setting::get(self::SETTING);
        return $list === null ? null : array_values(array_filter(array_map('trim', explode(',', $list)), static fn (string $name): bool => $name !== ''));
    }
}
