<?php

/**
 * A request and its answer as they may be kept: without secrets, and cut to what a person would read.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Call
{
    /** @param array<string, string> $request */
    public function __construct(
        public readonly string $function,
        public readonly array $request,
        public readonly string $answer,
        public readonly string $outcome,
    ) {
    }
}
