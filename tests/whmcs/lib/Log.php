<?php

/**
 * The module log and the activity log.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class Log
{
    /** Written only while module debugging is on; every text of $replaceVars is masked everywhere in the entry. */
    public static function moduleCall(
        string $module,
        string $action,
        mixed $request,
        mixed $response,
        mixed $processed,
        array $replaceVars
    ): void {
        if (Setting::getValue('ModuleDebugMode') !== 'on') {
            return;
        }
        $clean = static function (mixed $value) use ($replaceVars): string {
            $text = is_scalar($value) || $value === null ? (string) $value : print_r($value, true);
            foreach ($replaceVars as $secret) {
                $text = str_replace((string) $secret, str_repeat('*', strlen((string) $secret)), $text);
            }
            return $text;
        };
        Capsule::table('tblmodulelog')->insert([
            'date' => Clock::now(),
            'module' => $module,
            'action' => $action,
            'request' => $clean($request),
            'response' => $clean($response),
            'arrdata' => $clean($processed),
        ]);
    }

    public static function activity(string $description, int $clientId = 0): void
    {
        $adminId = (int) ($_SESSION['adminid'] ?? 0);
        $user = match (true) {
            $adminId > 0 => (string) Capsule::table('tbladmins')->where('id', $adminId)->value('username'),
            isset($_SESSION['uid']) => 'Client',
            default => 'System',
        };
        $address = (string) ($_SERVER['REMOTE_ADDR'] ?? '');
        Capsule::table('tblactivitylog')->insert([
            'date' => Clock::now(),
            'description' => $description,
            'user' => $user,
            'userid' => $clientId,
            'admin_id' => $adminId,
            'ipaddr' => $address,
        ]);
        Hooks::run('LogActivity', [
            'description' => $description,
            'user' => $user,
            'userid' => $clientId,
            'ipaddress' => $address,
        ]);
    }
}
