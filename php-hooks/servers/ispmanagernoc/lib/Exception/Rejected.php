<?php

/**
 * The account refused; nothing was bought. The text holds the account's own words.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Exception;

use IspmanagerNoc\Account\Rejection;

defined('WHMCS') || exit;

final class Rejected extends CommandFailed
{
    /** @param array<string, string|int> $values */
    private function __construct(string $textKey, array $values, public readonly Rejection $rejection)
    {
        parent::__construct($textKey, $values);
    }

    public static function by(Rejection $rejection): self
    {
        $key = $rejection->type === 'auth' ? 'account.login' : 'account.rejected';
        return new self($key, ['text' => self::sentence($rejection->message)], $rejection);
    }

    /** The account's words stand before others in a text. */
    private static function sentence(string $words): string
    {
        return preg_match('/[.!?…]$/u', $words) === 1 ? $words : "$words.";
    }

    public function errorCode(): string
    {
        return 'rejected';
    }
}
