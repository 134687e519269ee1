<?php

/**
 * Services whose next due date is near, counted: the database adds them up, for there may be thousands.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Contract;
use WHMCS\Database\Capsule;

final class DueServices
{
    /**
     * @param list<int> $serverIds
     * @param string $from, $to Y-m-d, both included
     * @return list<array{day: string, tariff: int|null, months: int, count: int}> by day; months are 0 for a cycle that the account does not know
     */
    public static function between(array $serverIds, string $from, string $to): array
    {
        $tariff = 'tblproducts.' . ModuleSettings::tariffColumn();
        $rows = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where(['tblproducts.servertype' => Module::NAME, 'tblhosting.domainstatus' => 'Active'])
            ->whereIn('tblhosting.server', $serverIds)
            ->whereBetween('tblhosting.nextduedate', [$from, $to])
            ->groupBy('tblhosting.nextduedate', 'tblhosting.billingcycle', $tariff)
            ->orderBy('tblhosting.nextduedate')
            ->selectRaw("tblhosting.nextduedate as day, tblhosting.billingcycle as cycle, $tariff as tariff, count(*) as number")
            ->get();
        return array_values(array_map(static fn (object $row): array => [
            'day' => substr((string) $row->day, 0, 10),
            'tariff' => ModuleSettings::tariffId((string) $row->tariff),
            'months' => Contract::get('periods')[$row->cycle] ?? 0,
            'count' => (int) $row->number,
        ], $rows->all()));
    }
}
