<?php

/**
 * The time of the database, which all web nodes share: what one wrote down another one judges by its age. Passing time is the machine's own.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

use IspmanagerNoc\Whmcs\Database;

defined('WHMCS') || exit;

final class SystemClock implements Clock
{
    public function now(): int
    {
        return time() + Database::secondsAhead();
    }

    public function elapsed(): float
    {
        return hrtime(true) / 1e9;
    }

    public function pause(float $seconds): void
    {
        usleep(max(0, (int) ($seconds * 1_000_000)));
    }
}
