<?php

/**
 * One thing that was looked at: its name, what was found, and what to do where it is not well.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Health;

final class Check
{
    /** @param string $advice empty where nothing is to be done */
    public function __construct(
        public readonly Level $level,
        public readonly string $name,
        public readonly string $found,
        public readonly string $advice = '',
    ) {
    }
}
