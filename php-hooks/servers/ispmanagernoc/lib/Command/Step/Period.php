<?php

/**
 * How many months one payment of a service stands for.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Whmcs\ModuleSettings;

final class Period
{
    /** Both sides count months by their own calendars: the ends of one period lie so far apart at most, in seconds. */
    public const GRACE = 4 * 86400;
    private const SINGLE_PAYMENTS = ['freeaccount', 'free', 'onetime'];

    /** Null for a cycle that the account does not sell. WHMCS spells cycles in several ways. */
    public static function monthsOf(string $cycle): ?int
    {
        foreach (Contract::get('periods') as $name => $months) {
            if (self::letters($name) === self::letters($cycle)) {
                return $months;
            }
        }
        return null;
    }

    /** Null when no cycle is as long. */
    public static function cycleOf(int $months): ?string
    {
        $cycle = array_search($months, Contract::get('periods'), true);
        return $cycle === false ? null : $cycle;
    }

    /** The same day so many months later, or the last day of a month that is shorter. @param string $day Y-m-d */
    public static function after(string $day, int $months): string
    {
        $first = (int) strtotime(substr($day, 0, 8) . "01 UTC +$months months");
        return gmdate('Y-m-', $first) . sprintf('%02d', min((int) substr($day, 8, 2), (int) gmdate('t', $first)));
    }

    /** Whether what the client has paid for until the one day is paid for in the account. @param string|null $due, $expires Y-m-d */
    public static function isCovered(?string $due, ?string $expires): bool
    {
        return $due === null || $expires === null || (int) strtotime("$expires UTC") >= (int) strtotime("$due UTC") - self::GRACE;
    }

    /** @throws Refused for every cycle that cannot be ordered */
    public static function of(string $cycle, ModuleSettings $settings): int
    {
        if (self::isSinglePayment($cycle)) {
            return $settings->singlePaymentPeriod ?? throw new Refused('refused.single-payment', ['cycle' => $cycle]);
        }
        return self::monthsOf($cycle) ?? throw new Refused('refused.cycle', ['cycle' => $cycle]);
    }

    public static function isSinglePayment(string $cycle): bool
    {
        return in_array(self::letters($cycle), self::SINGLE_PAYMENTS, true);
    }

    private static function letters(string $text): string
    {
        return (string) preg_replace('/[^a-z]/', '', strtolower($text));
    }
}
