<?php

/**
 * What the operations in one account have cost, whatever server record led to it, and what was ordered.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use Illuminate\Database\Query\Builder;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Whmcs\Database;

final class JournalSums
{
    private const HOUR = 3600;

    /** @param string $account its fingerprint */
    public function __construct(private readonly string $account)
    {
    }

    /**
     * @param int $since in seconds since 1970
     * @return array<string, list<Money>> by month (Y-m) in WHMCS's time zone, one sum for each currency, the newest first
     */
    public function byMonth(int $since): array
    {
        // The database adds up by hours, which any zone's months are made of (zones with half hours but for the last).
        $hour = 'closed_at - closed_at % ' . self::HOUR;
        $rows = $this->spending()
            ->where('state', State::Done->value)
            ->where('closed_at', '>=', $since)
            ->groupByRaw("$hour, cost_currency")
            ->selectRaw("$hour as hour, cost_currency, sum(cost_minor) as minor")
            ->get();
        /** @var array<string, array<string, int>> $sums */
        $sums = [];
        foreach ($rows as $row) {
            $month = date('Y-m', (int) $row->hour);
            $currency = (string) $row->cost_currency;
            $sums[$month][$currency] = ($sums[$month][$currency] ?? 0) + (int) $row->minor;
        }
        krsort($sums);
        return array_map(static fn (array $ofMonth): array => array_map(
            static fn (string $currency, int $minor): Money => new Money($minor, $currency),
            array_keys($ofMonth),
            array_values($ofMonth)
        ), $sums);
    }

    /** @return int hundredths of what was sent since then and was, or may have been, carried out */
    public function sentSince(int $moment, string $currency): int
    {
        $states = [State::Sent, State::Unknown, State::Done];
        return (int) $this->spending()
            ->where('cost_currency', $currency)
            ->where('sent_at', '>=', $moment)
            ->whereIn('state', array_column($states, 'value'))
            ->sum('cost_minor');
    }

    /**
     * @param list<int> $serviceIds
     * @return array<int, int> the tariffs of the newest orders by services
     */
    public static function orderedTariffs(array $serviceIds): array
    {
        $rows = Database::own('journal')
            ->whereIn('service_id', $serviceIds)
            ->where(['operation' => Operation::Create->value, 'state' => State::Done->value])
            ->orderBy('id')
            ->pluck('facts', 'service_id');
        $tariff = static fn (mixed $facts): int => (int) (json_decode((string) $facts, true)['tariff'] ?? 0);
        return array_filter(array_map($tariff, $rows->all()));
    }

    private function spending(): Builder
    {
        return Database::own('journal')
            ->where('facts', 'like', '%"account":"' . $this->account . '"%')
            ->whereIn('operation', [Operation::Create->value, Operation::Renew->value])
            ->whereNotNull('cost_minor');
    }
}
