<?php

/**
 * AfterCronJob: asks the account about every operation whose outcome is still open, and notes that the cron runs.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Health\Health;
use IspmanagerNoc\Whmcs\OwnSettings;

final class CronRun
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        App::get()->settle()->run();
        OwnSettings::set(Health::LAST_CRON, (string) App::get()->clock()->now());
    }
}
