<?php

/**
 * The machine's own time.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

final class SystemClock implements Clock
{
    public function now(): int
    {
        return time();
    }

    public function elapsed(): float
    {
        return hrtime(true) / 1e9;
    }

    public function pause(float $seconds): void
    {
        usleep((int) ($seconds * 1_000_000));
    }
}
