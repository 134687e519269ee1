<?php

/**
 * The notices and warnings that the tests have seen. Each is thrown as well, but what never fails for WHMCS's sake would swallow it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use ErrorException;

final class Notices
{
    /** @var list<string> */
    private static array $seen = [];

    /** @param callable(int, string, string, int): bool $thrower makes an exception of what is ours */
    public static function watch(callable $thrower): void
    {
        set_error_handler(static function (int $severity, string $text, string $file, int $line) use ($thrower): bool {
            try {
                return $thrower($severity, $text, $file, $line);
            } catch (ErrorException $notice) {
                self::$seen[] = "$text in $file:$line";
                throw $notice;
            }
        });
    }

    /** @return list<string> those since it was last asked */
    public static function taken(): array
    {
        $seen = self::$seen;
        self::$seen = [];
        return $seen;
    }
}
