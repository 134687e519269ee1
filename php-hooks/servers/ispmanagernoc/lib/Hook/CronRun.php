<?php

/**
 * AfterCronJob: notes that the cron runs, asks the account about every operation whose outcome is still open, and tells it to stop renewing what
 * is to end.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Funds\LowBalance;
use IspmanagerNoc\Health\Health;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class CronRun
{
    private const SECONDS = 20;

    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        try {
            OwnSettings::set(Health::LAST_CRON, (string) App::get()->clock()->now());
        } catch (Throwable $failure) {
            // The settlement must not wait for a note.
            Reports::failure('note of the cron', $failure);
        }
        $app = App::get();
        $app->settle()->run();
        $app->stopRenewals()->run();
        $app->unattended(static fn () => (new LowBalance($app, Texts::current()))->run(), $app->clock()->elapsed() + self::SECONDS);
    }
}
