<?php

/**
 * What the journal's operations have cost.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Whmcs\Database;

final class JournalSums
{
    private const HOUR = 3600;

    /**
     * @param list<int> $serverIds
     * @param int $since in seconds since 1970
     * @return array<string, list<Money>> by month (Y-m) in WHMCS's time zone, one sum for each currency, the newest first
     */
    public static function byMonth(array $serverIds, int $since): array
    {
        // The database adds up by hours, which any zone's months are made of (zones with half hours but for the last).
        $hour = 'closed_at - closed_at % ' . self::HOUR;
        $rows = Database::own('journal')
            ->whereIn('server_id', $serverIds)
            ->where('state', State::Done->value)
            ->whereIn('operation', [Operation::Create->value, Operation::Renew->value])
            ->where('closed_at', '>=', $since)
            ->whereNotNull('cost_minor')
            ->groupByRaw("$hour, cost_currency")
            ->selectRaw("$hour as hour, cost_currency, sum(cost_minor) as minor")
            ->get();
        $sums = [];
        foreach ($rows as $row) {
            $month = date('Y-m', (int) $row->hour);
            $sums[$month][$row->cost_currency] = ($sums[$month][$row->cost_currency] ?? 0) + (int) $row->minor;
        }
        krsort($sums);
        return array_map(static fn (array $ofMonth): array => array_map(
            static fn (string $currency, int $minor): Money => new Money($minor, $currency),
            array_keys($ofMonth),
            array_values($ofMonth)
        ), $sums);
    }
}
