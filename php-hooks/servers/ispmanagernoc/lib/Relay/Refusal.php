<?php

/**
 * Why the relay turns a message down before anything was done. The code is one of the contract's errors.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use RuntimeException;

final class Refusal extends RuntimeException
{
    /** @param array<string, string> $values for the text */
    private function __construct(
        public readonly string $errorCode,
        public readonly string $textKey,
        public readonly array $values,
    ) {
        parent::__construct($textKey);
    }

    /** A refusal that the code alone explains. */
    public static function because(string $errorCode): self
    {
        return new self($errorCode, "relay.$errorCode", []);
    }

    /** @param array<string, string> $values */
    public static function withText(string $errorCode, string $textKey, array $values = []): self
    {
        return new self($errorCode, $textKey, $values);
    }
}
