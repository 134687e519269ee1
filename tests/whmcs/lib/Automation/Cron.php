<?php

/**
 * One run of the automation: invoices, cancellations, overdue services, fixed terms, and the hooks around them.
 */

declare(strict_types=1);

namespace Standin\Automation;

use Standin\Billing\Renewals;
use Standin\Clock;
use Standin\Hooks;
use Standin\Log;
use WHMCS\Config\Setting;

final class Cron
{
    /** @return list<string> what was done, one line each */
    public static function run(): array
    {
        set_time_limit(0);
        $report = ['Date: ' . Clock::today()];
        Hooks::run('PreCronJob');
        if (Setting::getValue('StandinLastDailyRun') !== Clock::today()) {
            Setting::setValue('StandinLastDailyRun', Clock::today());
            $report = array_merge($report, self::daily());
            Hooks::run('DailyCronJob');
        }
        Hooks::run('AfterCronJob');
        Log::activity('Cron Job: Completed');
        return $report;
    }

    /** @return list<string> */
    private static function daily(): array
    {
        $report = [];
        foreach (Renewals::invoiceDueServices() as $invoiceId) {
            $report[] = "Renewal invoice: $invoiceId";
        }
        return array_merge($report, Cancellations::process(), Overdue::process(), FixedTerms::process());
    }
}
