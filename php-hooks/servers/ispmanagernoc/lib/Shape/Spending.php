<?php

/**
 * What was spent by month, as a chart needs it (crates/wire: Spending): one month after the other, also those in which nothing was.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\Account\Money;

final class Spending
{
    /**
     * @param array<string, list<Money>> $spent by month (Y-m)
     * @param int $now seconds since 1970, in the last of the months
     * @return array<string, mixed>
     */
    public static function of(array $spent, int $now, int $months): array
    {
        $shown = [];
        for ($back = $months - 1; $back >= 0; $back -= 1) {
            $month = date('Y-m', (int) strtotime(date('Y-m-01', $now) . " -$back months"));
            $sums = array_map(static fn (Money $sum): array => $sum->toArray(), $spent[$month] ?? []);
            $shown[] = ['month' => $month, 'sums' => $sums];
        }
        return ['months' => $shown];
    }
}
