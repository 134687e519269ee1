<?php

/**
 * Where this installation lives: its root, the modules unpacked there and the values of its configuration.php.
 */

declare(strict_types=1);

namespace Standin;

final class Installation
{
    private static string $root = '';
    private static string $modules = '';
    private static string $secret = '';
    private static string $adminPath = 'admin';

    public static function open(string $root, string $modules, string $secret, string $adminPath): void
    {
        [self::$root, self::$modules, self::$secret, self::$adminPath] = [$root, $modules, $secret, $adminPath];
    }

    public static function root(): string
    {
        return self::$root;
    }

    /** The directory that holds `servers/` and `addons/`. */
    public static function modules(): string
    {
        return self::$modules;
    }

    public static function secret(): string
    {
        return self::$secret;
    }

    public static function adminPath(): string
    {
        return self::$adminPath;
    }
}
