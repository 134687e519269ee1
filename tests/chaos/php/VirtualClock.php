<?php

/**
 * The account's time, which the harness alone moves and writes into a file. Who pauses lets others run and goes on at once.
 */

declare(strict_types=1);

namespace Chaos;

use IspmanagerNoc\Clock;

final class VirtualClock implements Clock
{
    private float $paused = 0.0;

    public function __construct(private readonly string $file)
    {
    }

    public function now(): int
    {
        return (int) file_get_contents($this->file);
    }

    public function elapsed(): float
    {
        return hrtime(true) / 1e9 + $this->paused;
    }

    public function pause(float $seconds): void
    {
        $this->paused += $seconds;
        usleep(1000);
    }
}
