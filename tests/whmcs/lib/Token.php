<?php

/**
 * The session's token against forged requests: one per session, checked in constant time.
 */

declare(strict_types=1);

namespace Standin;

final class Token
{
    public static function plain(): string
    {
        $_SESSION['standin_token'] ??= bin2hex(random_bytes(20));
        return $_SESSION['standin_token'];
    }

    public static function input(): string
    {
        return '<input type="hidden" name="token" value="' . self::plain() . '">';
    }

    public static function matches(mixed $given): bool
    {
        return is_string($given) && hash_equals(self::plain(), $given);
    }
}
