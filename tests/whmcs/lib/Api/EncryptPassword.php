<?php

/**
 * Encrypts a text with the installation's key.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\Crypt;

final class EncryptPassword
{
    public function __invoke(array $values): array
    {
        return ['password' => Crypt::encrypt((string) ($values['password2'] ?? ''))];
    }
}
