<?php

/**
 * One POST to the account with its limits.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Request
{
    /** For the way to the account in all, repeats included: somebody waits for the word that nothing was sent. */
    private const CONNECT_SECONDS = 5.0;
    /** For the way and the first byte of the answer: an account that takes calls and is silent is as good as down. */
    private const SILENT_SECONDS = 5.0;
    public const MAX_BYTES = 8 * 1024 * 1024;

    /**
     * @param array<string, string> $form holds credentials
     * @param float $waited how long earlier attempts at the same took
     * @param string|null $path instead of the usual one, on the same host
     * @param bool $isHurried whether somebody waits who is better told soon that the account is silent
     */
    public function __construct(
        public readonly Host $host,
        public readonly array $form,
        public readonly int $totalSeconds,
        private readonly float $waited = 0.0,
        private readonly ?string $path = null,
        private readonly bool $isHurried = false,
    ) {
    }

    public function connectMilliseconds(): int
    {
        return (int) (1000 * max(1.0, self::CONNECT_SECONDS - $this->waited));
    }

    /** How long there may be no answer at all; null for as long as the whole call may take. */
    public function silentSeconds(): ?float
    {
        return $this->isHurried ? max(1.0, self::SILENT_SECONDS - $this->waited) : null;
    }

    public function url(): string
    {
        return $this->path === null ? $this->host->calls : $this->host->origin() . $this->path;
    }
}
