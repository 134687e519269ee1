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

    /**
     * @param array<string, string> $form holds credentials
     * @param string|null $path instead of the usual one, on the same host
     */
    public function __construct(
        public readonly Host $host,
        public readonly array $form,
        public readonly int $totalSeconds,
        private readonly ?string $path = null,
    ) {
    }

    public function url(): string
    {
        return $this->path === null ? $this->host->calls : $this->host->origin() . $this->path;
    }
}
