<?php

/**
 * What module commands of the local API share: the service must exist, and a text other than 'success' is an error.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\ApiError;
use WHMCS\Database\Capsule;

final class Result
{
    /** @param callable(int): string $command */
    public static function ofCommand(array $values, callable $command): array
    {
        $result = $command(self::serviceId($values));
        if ($result !== 'success') {
            throw new ApiError($result);
        }
        return [];
    }

    public static function serviceId(array $values): int
    {
        $serviceId = (int) ($values['serviceid'] ?? $values['accountid'] ?? 0);
        if (!Capsule::table('tblhosting')->where('id', $serviceId)->exists()) {
            throw new ApiError('Service ID Not Found');
        }
        return $serviceId;
    }
}
