<?php

/**
 * Settings of the installation, read and written in WHMCS's own table.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class Setting
{
    public static function get(string $name): ?string
    {
        $value = Capsule::table('tblconfiguration')->where('setting', $name)->value('value');
        return $value === null ? null : (string) $value;
    }

    public static function set(string $name, string $value): void
    {
        $row = Capsule::table('tblconfiguration')->where('setting', $name);
        $row->exists() ? $row->update(['value' => $value]) : self::add($name, $value);
    }

    /** Fails when the setting exists. */
    public static function add(string $name, string $value): void
    {
        $row = ['setting' => $name, 'value' => $value];
        if (Capsule::schema()->hasColumn('tblconfiguration', 'created_at')) {
            $row += ['created_at' => date('Y-m-d H:i:s'), 'updated_at' => date('Y-m-d H:i:s')];
        }
        Capsule::table('tblconfiguration')->insert($row);
    }
}
