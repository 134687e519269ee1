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

    /** @throws Refused for every cycle that cannot be ordered */
    public static function of(string $cycle, ModuleSettings $settings): int
    {
        if (in_array(self::letters($cycle), self::SINGLE_PAYMENTS, true)) {
            return $settings->singlePaymentPeriod ?? throw new Refused('refused.single-payment', ['cycle' => $cycle]);
        }
        return self::monthsOf($cycle) ?? throw new Refused('refused.cycle', ['cycle' => $cycle]);
    }

    private static function letters(string $text): string
    {
        return (string) preg_replace('/[^a-z]/', '', strtolower($text));
    }
}
