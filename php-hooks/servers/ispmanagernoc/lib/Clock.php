<?php

/**
 * The time and the passing of it, so that tests need not wait.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

interface Clock
{
    /** Seconds since 1970, in UTC. */
    public function now(): int;

    /** Seconds with fractions for measuring, from an arbitrary start. */
    public function elapsed(): float;

    public function pause(float $seconds): void;
}
