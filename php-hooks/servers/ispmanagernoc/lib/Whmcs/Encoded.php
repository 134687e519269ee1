<?php

/**
 * WHMCS stores texts HTML-encoded and passwords encrypted: this is the one place where they are decoded, exactly once.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Encoded
{
    public static function decode(string $stored): string
    {
        return html_entity_decode($stored, ENT_QUOTES | ENT_HTML5, 'UTF-8');
    }

    public static function encode(string $plain): string
    {
        return htmlspecialchars($plain, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }

    public static function decrypt(string $encrypted): string
    {
        if ($encrypted === '') {
            return '';
        }
        if (function_exists('decrypt')) {
            return (string) decrypt($encrypted);
        }
        return (string) (localAPI('DecryptPassword', ['password2' => $encrypted])['password'] ?? '');
    }
}
