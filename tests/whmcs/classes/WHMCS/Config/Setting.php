<?php

/**
 * Settings of the installation (tblconfiguration).
 */

declare(strict_types=1);

namespace WHMCS\Config;

use WHMCS\Database\Capsule;

final class Setting
{
    public static function getValue(string $setting): mixed
    {
        return Capsule::table('tblconfiguration')->where('setting', $setting)->value('value');
    }

    public static function setValue(string $setting, mixed $value): void
    {
        $moment = date('Y-m-d H:i:s');
        $exists = Capsule::table('tblconfiguration')->where('setting', $setting)->exists();
        if ($exists) {
            Capsule::table('tblconfiguration')->where('setting', $setting)
                ->update(['value' => (string) $value, 'updated_at' => $moment]);
            return;
        }
        Capsule::table('tblconfiguration')
            ->insert(['setting' => $setting, 'value' => (string) $value, 'created_at' => $moment, 'updated_at' => $moment]);
    }
}
