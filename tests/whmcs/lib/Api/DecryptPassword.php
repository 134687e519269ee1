<?php

/**
 * Decrypts a text that EncryptPassword made.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\Crypt;

final class DecryptPassword
{
    public function __invoke(array $values): array
    {
        return ['password' => Crypt::decrypt((string) ($values['password2'] ?? ''))];
    }
}
