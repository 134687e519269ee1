<?php

/**
 * The installation's own date. It follows the real one until the automation or a test moves it.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Config\Setting;

final class Clock
{
    public static function today(): string
    {
        return (string) (Setting::getValue('StandinToday') ?: date('Y-m-d'));
    }

    public static function now(): string
    {
        return self::today() . ' ' . date('H:i:s');
    }

    public static function moveTo(string $date): void
    {
        $parsed = \DateTimeImmutable::createFromFormat('!Y-m-d', $date);
        if ($parsed === false || $parsed->format('Y-m-d') !== $date) {
            throw new \InvalidArgumentException("Not a date of the form YYYY-MM-DD: $date");
        }
        Setting::setValue('StandinToday', $date);
    }

    public static function plusDays(string $date, int $days): string
    {
        return (new \DateTimeImmutable($date))->modify("$days days")->format('Y-m-d');
    }
}
