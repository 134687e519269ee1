<?php

/**
 * WHMCS's token against requests that another site makes in a person's name.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Throwable;

final class Token
{
    public const STAFF = 'WHMCS.admin.default';
    public const CLIENT = 'WHMCS.default';

    public static function current(): string
    {
        return function_exists('generate_token') ? (string) generate_token('plain') : '';
    }

    /** The hidden input of a form that is posted to WHMCS. */
    public static function input(): string
    {
        return sprintf('<input type="hidden" name="token" value="%s">', htmlspecialchars(self::current(), ENT_QUOTES));
    }

    /**
     * Compares in constant time and then lets WHMCS itself check the request, which differs between its versions:
     * some answer false, some throw, some return nothing when all is well.
     *
     * @param string $namespace one of the constants above
     */
    public static function matches(string $given, string $namespace): bool
    {
        $current = self::current();
        if ($current === '' || !hash_equals($current, $given)) {
            return false;
        }
        if (!function_exists('check_token')) {
            return true;
        }
        try {
            return check_token($namespace, true) !== false;
        } catch (Throwable) {
            return false;
        }
    }
}
