<?php

/**
 * Why a command ended without success. Its text is safe to show to staff; the kind of it says what may be done next.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

use RuntimeException;

abstract class CommandFailed extends RuntimeException
{
    /** @param array<string, string|int> $values for the text */
    public function __construct(public readonly string $textKey, public readonly array $values = [])
    {
        parent::__construct($textKey);
    }

    /** One of the contract's errors. */
    abstract public function errorCode(): string;
}
