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

    /** Changes a setting that is there. */
    public static function change(string $name, string $value): void
    {
        Capsule::table('tblconfiguration')->where('setting', $name)->update(['value' => $value]);
    }
}
