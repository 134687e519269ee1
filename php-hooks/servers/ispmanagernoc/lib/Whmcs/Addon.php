<?php

/**
 * The addon in WHMCS: whether it is active and which staff roles may use it. Deactivating it removes its rows.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class Addon
{
    public const NAME = 'ispmanagernoc_partner';
    public const PAGE = 'addonmodules.php?module=' . self::NAME;

    public static function isActive(): bool
    {
        return self::settings()->exists();
    }

    public static function admits(Staff $staff): bool
    {
        $roles = (string) self::settings()->where('setting', 'access')->value('value');
        return in_array((string) $staff->roleId, array_map('trim', explode(',', $roles)), true);
    }

    private static function settings(): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tbladdonmodules')->where('module', self::NAME);
    }
}
