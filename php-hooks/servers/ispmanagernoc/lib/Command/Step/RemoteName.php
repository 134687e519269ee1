<?php

/**
 * The name under which the account keeps our orders, and by which they are found again: this installation, the service, and which of
 * its orders it is.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Whmcs\Installation;

final class RemoteName
{
    private const BEGINS = 'whmcs-';

    public static function of(int $serviceId, int $number): string
    {
        return self::prefix() . "$serviceId-$number";
    }

    /** The service of this installation for which an order was placed; null for any other name. */
    public static function serviceOf(string $name): ?int
    {
        return preg_match('/^' . preg_quote(self::prefix(), '/') . '(\d+)-\d+$/D', $name, $part) === 1 ? (int) $part[1] : null;
    }

    public static function isOfOtherWhmcs(string $name): bool
    {
        return str_starts_with($name, self::BEGINS) && !str_starts_with($name, self::prefix());
    }

    private static function prefix(): string
    {
        return self::BEGINS . (new Installation())->id() . '-';
    }
}
