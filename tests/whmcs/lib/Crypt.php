<?php

/**
 * Two-way encryption of stored passwords, as the global functions encrypt() and decrypt() offer it.
 */

declare(strict_types=1);

namespace Standin;

final class Crypt
{
    private const CIPHER = 'aes-256-gcm';

    public static function encrypt(string $plain): string
    {
        $nonce = random_bytes(12);
        $body = openssl_encrypt($plain, self::CIPHER, self::key(), OPENSSL_RAW_DATA, $nonce, $tag);
        return base64_encode($nonce . $tag . $body);
    }

    /** What was not encrypted here decrypts to an empty text, as a foreign value does in WHMCS. */
    public static function decrypt(string $encrypted): string
    {
        $raw = base64_decode($encrypted, true);
        if ($raw === false || strlen($raw) < 28) {
            return '';
        }
        $plain = openssl_decrypt(
            substr($raw, 28),
            self::CIPHER,
            self::key(),
            OPENSSL_RAW_DATA,
            substr($raw, 0, 12),
            substr($raw, 12, 16)
        );
        return $plain === false ? '' : $plain;
    }

    private static function key(): string
    {
        return hash('sha256', Installation::secret(), true);
    }
}
