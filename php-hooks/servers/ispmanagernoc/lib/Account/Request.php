<?php

/**
 * One POST to the account with its limits.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Request
{
    public const CONNECT_SECONDS = 5;
    public const MAX_BYTES = 8 * 1024 * 1024;

    /** @param array<string, string> $form holds credentials */
    public function __construct(
        public readonly Host $host,
        public readonly array $form,
        public readonly int $totalSeconds,
    ) {
    }
}
