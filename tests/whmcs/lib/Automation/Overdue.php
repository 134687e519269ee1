<?php

/**
 * Suspends and terminates overdue services, each only when its setting is on and its number of days has passed.
 */

declare(strict_types=1);

namespace Standin\Automation;

use Standin\Billing\Renewals;
use Standin\Clock;
use Standin\Module\Command;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class Overdue
{
    /** @return list<string> */
    public static function process(): array
    {
        return array_merge(
            self::apply('Suspend', 'AutoSuspension', ['Active']),
            self::apply('Terminate', 'AutoTermination', ['Active', 'Suspended'])
        );
    }

    /** @return list<string> */
    private static function apply(string $action, string $setting, array $statuses): array
    {
        if (Setting::getValue($setting) !== 'on') {
            return [];
        }
        $latest = Clock::plusDays(Clock::today(), -(int) Setting::getValue($setting . 'Days'));
        $services = Capsule::table('tblhosting')->whereIn('domainstatus', $statuses)
            ->where('nextduedate', '<=', $latest)->where('nextduedate', '>', '0000-00-00')
            ->where('overideautosuspend', 0)->orderBy('id')->pluck('id')->all();
        $report = [];
        foreach ($services as $serviceId) {
            if (Renewals::openInvoice((int) $serviceId) !== null) {
                $report[] = "$action overdue service $serviceId: " . Command::automated($action, (int) $serviceId);
            }
        }
        return $report;
    }
}
