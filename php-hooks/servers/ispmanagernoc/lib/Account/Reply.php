<?php

/**
 * How far a request came and what was received. It does not judge what that means.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Reply
{
    /**
     * @param bool $wasSent whether any byte of the request left this machine
     * @param string|null $failure why no whole answer was received; null when one was
     */
    private function __construct(
        public readonly bool $wasSent,
        public readonly ?string $failure,
        public readonly int $status,
        public readonly string $body,
    ) {
    }

    public static function received(int $status, string $body): self
    {
        return new self(true, null, $status, $body);
    }

    public static function notSent(string $failure): self
    {
        return new self(false, $failure, 0, '');
    }

    public static function lost(string $failure, int $status = 0, string $body = ''): self
    {
        return new self(true, $failure, $status, $body);
    }
}
