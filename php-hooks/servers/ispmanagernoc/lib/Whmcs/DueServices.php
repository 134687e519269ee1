<?php

/**
 * Services that will be renewed soon if their clients pay: those whose next due date is near or behind, two thousand at a time.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Generator;
use IspmanagerNoc\Contract;
use WHMCS\Database\Capsule;

final class DueServices
{
    private const AT_ONCE = 2000;
    /** A payment renews whatever is not over yet. */
    private const STATUSES = ['Active', 'Suspended'];
    /** WHMCS stores "no date" as zeros. */
    private const FIRST_DAY = '1000-01-01';

    /**
     * @param list<int> $serverIds
     * @param string $until Y-m-d, included
     * @return Generator<list<array{id: int, day: string, tariff: int|null, months: int}>> the tariff is what the product sells by now; months are
     *     0 for a cycle that the account does not know
     */
    public static function until(array $serverIds, string $until): Generator
    {
        for ($last = 0;; $last = $services[count($services) - 1]['id']) {
            $services = self::after($last, $serverIds, $until);
            if ($services === []) {
                return;
            }
            yield $services;
        }
    }

    /**
     * @param list<int> $serverIds
     * @return list<array{id: int, day: string, tariff: int|null, months: int}>
     */
    private static function after(int $last, array $serverIds, string $until): array
    {
        $rows = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblproducts.servertype', Module::NAME)
            ->where('tblhosting.id', '>', $last)
            ->whereIn('tblhosting.domainstatus', self::STATUSES)
            ->whereIn('tblhosting.server', $serverIds)
            ->whereBetween('tblhosting.nextduedate', [self::FIRST_DAY, $until])
            ->orderBy('tblhosting.id')
            ->limit(self::AT_ONCE)
            ->get(['tblhosting.id', 'tblhosting.nextduedate', 'tblhosting.billingcycle', 'tblproducts.' . ModuleSettings::tariffColumn() . ' as tariff']);
        return array_values(array_map(static fn (object $row): array => [
            'id' => (int) $row->id,
            'day' => substr((string) $row->nextduedate, 0, 10),
            'tariff' => ModuleSettings::tariffId((string) $row->tariff),
            'months' => Contract::get('periods')[$row->billingcycle] ?? 0,
        ], $rows->all()));
    }
}
