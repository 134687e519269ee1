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

    /** WHMCS goes on naming an addon whose folder is gone. */
    public static function isThere(): bool
    {
        $file = '/addons/' . self::NAME . '/' . self::NAME . '.php';
        // The folder of the server module may be a link to somewhere else.
        return is_file(dirname(__DIR__, 4) . $file) || (defined('ROOTDIR') && is_file(ROOTDIR . "/modules$file"));
    }

    public static function isActive(): bool
    {
        return self::settings()->exists();
    }

    public static function admits(Staff $staff): bool
    {
        return in_array($staff->roleId, self::roleIds(), true);
    }

    /** @return array<int, string> the roles that may use it: names by ids */
    public static function roles(): array
    {
        $names = Capsule::table('tbladminroles')->whereIn('id', self::roleIds())->orderBy('name')->pluck('name', 'id')->all();
        return array_map(static fn (mixed $name): string => Encoded::decode((string) $name), $names);
    }

    /** @return list<int> */
    private static function roleIds(): array
    {
        $roles = (string) self::settings()->where('setting', 'access')->value('value');
        return array_values(array_map(intval(...), explode(',', $roles)));
    }

    private static function settings(): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tbladdonmodules')->where('module', self::NAME);
    }
}
