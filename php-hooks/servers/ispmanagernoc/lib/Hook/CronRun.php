<?php

/**
 * AfterCronJob: asks the account about every operation whose outcome is still open.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;

final class CronRun
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        App::get()->settle()->run();
    }
}
