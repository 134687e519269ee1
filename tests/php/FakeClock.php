<?php

/**
 * A clock that moves only when it is told to, or when somebody pauses.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use IspmanagerNoc\Clock;

final class FakeClock implements Clock
{
    public float $elapsed = 0.0;

    public function now(): int
    {
        return 1_795_000_000 + (int) $this->elapsed;
    }

    public function elapsed(): float
    {
        return $this->elapsed;
    }

    public function pause(float $seconds): void
    {
        $this->elapsed += $seconds;
    }
}
