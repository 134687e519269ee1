<?php

/**
 * Why the relay turns a message down before anything was done.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use IspmanagerNoc\Exception\CommandFailed;

defined('WHMCS') || exit;

final class Refusal extends CommandFailed
{
    private function __construct(private readonly string $error, string $textKey)
    {
        parent::__construct($textKey);
    }

    /** @param string $error one of the contract's errors, which has its own text */
    public static function because(string $error): self
    {
        return new self($error, "relay.$error");
    }

    /** With a text of its own. */
    public static function with(string $error, string $textKey): self
    {
        return new self($error, $textKey);
    }

    public function errorCode(): string
    {
        return $this->error;
    }
}
