<?php

/**
 * The module queue: automated commands that failed. Nothing here repeats them; staff do.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Clock;
use Standin\Mail;
use WHMCS\Database\Capsule;

final class Queue
{
    public static function add(int $serviceId, string $action, string $error): void
    {
        $moment = Clock::now();
        $open = self::open($serviceId, $action);
        if ($open->exists()) {
            $open->update(['last_attempt' => $moment, 'last_attempt_error' => $error, 'updated_at' => $moment]);
        } else {
            Capsule::table('tblmodulequeue')->insert([
                'service_type' => 'service',
                'service_id' => $serviceId,
                'module_name' => self::moduleOf($serviceId),
                'module_action' => $action,
                'last_attempt' => $moment,
                'last_attempt_error' => $error,
                'created_at' => $moment,
                'updated_at' => $moment,
            ]);
        }
        Mail::toStaff("Automation failed: $action", "Service ID: $serviceId\nError: $error");
    }

    public static function finish(int $serviceId, string $action): void
    {
        self::open($serviceId, $action)->update(['completed' => 1, 'updated_at' => Clock::now()]);
    }

    /** @return string 'success' or the new error */
    public static function retry(int $entryId): string
    {
        $entry = Capsule::table('tblmodulequeue')->where(['id' => $entryId, 'completed' => 0])->first();
        if ($entry === null) {
            return 'This entry is not open any more';
        }
        Capsule::table('tblmodulequeue')->where('id', $entryId)->increment('num_retries');
        return Command::automated($entry->module_action, (int) $entry->service_id);
    }

    private static function open(int $serviceId, string $action): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tblmodulequeue')
            ->where(['service_type' => 'service', 'service_id' => $serviceId, 'module_action' => $action, 'completed' => 0]);
    }

    private static function moduleOf(int $serviceId): string
    {
        return (string) Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblhosting.id', $serviceId)
            ->value('tblproducts.servertype');
    }
}
