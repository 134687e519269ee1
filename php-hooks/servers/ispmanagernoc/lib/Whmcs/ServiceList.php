<?php

/**
 * All services of this module on some server records, read a few hundred at a time, with the few facts that are compared. It exists beside
 * Services because a comparison of ten thousand must not make ten thousand queries.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Closure;
use Generator;
use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

final class ServiceList
{
    /** Statuses of services that should have an order. */
    public const SERVED = ['Active', 'Suspended'];
    /** Statuses of services that WHMCS has not ended. */
    public const GOING_ON = ['Pending', 'Active', 'Suspended'];
    /** Those whose orders may live: what was completed runs out in the account. */
    public const WITH_ORDER = [...self::GOING_ON, 'Completed'];
    private const AT_ONCE = 500;

    /**
     * @param list<int> $serverIds
     * @param list<string> $fieldNames custom fields that are wanted
     * @return Generator<list<array{id: int, server: int, status: string, expires: ?string, due: ?string, tariff: ?int, fields: array<string, string>}>>
     */
    public function on(array $serverIds, array $fieldNames): Generator
    {
        return $this->read(static fn (Builder $rows) => $rows->whereIn('server', $serverIds), $fieldNames);
    }

    /**
     * Those on no server record of this module: on none yet, or still on that of an earlier module.
     *
     * @param list<int> $productIds
     * @param list<string> $fieldNames custom fields that are wanted
     * @return Generator<list<array{id: int, server: int, status: string, expires: ?string, due: ?string, tariff: ?int, fields: array<string, string>}>>
     */
    public function elsewhere(array $productIds, array $fieldNames): Generator
    {
        $isElsewhere = static fn (Builder $rows) => $rows->whereIn('packageid', $productIds)->whereNotIn('server', Servers::ids());
        return $this->read($isElsewhere, $fieldNames);
    }

    /**
     * How many services that should have an order are on no server record of this module and are of none of these products.
     *
     * @param list<int> $productIds
     */
    public function countElsewhere(array $productIds): int
    {
        return Capsule::table('tblhosting')
            ->whereIn('packageid', Capsule::table('tblproducts')->where('servertype', Module::NAME)->select('id'))
            ->whereNotIn('packageid', $productIds)
            ->whereNotIn('server', Servers::ids())
            ->whereIn('domainstatus', self::SERVED)
            ->count();
    }

    /** @return list<string> numbers of orders in the fields of services whose products another module sells */
    public function ordersOfOtherModules(): array
    {
        $values = Capsule::table('tblcustomfieldsvalues')
            ->join('tblhosting', 'tblhosting.id', '=', 'tblcustomfieldsvalues.relid')
            ->whereIn('fieldid', (new FieldTable())->ordersOfOtherModules())
            ->whereIn('domainstatus', self::WITH_ORDER)
            ->where('value', '<>', '')
            ->pluck('value')
            ->all();
        return array_values(array_map(static fn (mixed $value): string => trim(Encoded::decode((string) $value)), $values));
    }

    /**
     * @param Closure(Builder): Builder $where
     * @param list<string> $fieldNames
     * @return Generator<list<array{id: int, server: int, status: string, expires: ?string, due: ?string, tariff: ?int, fields: array<string, string>}>>
     */
    private function read(Closure $where, array $fieldNames): Generator
    {
        $fields = (new FieldTable())->idsNamed($fieldNames);
        $tariffs = $this->tariffs();
        for ($last = 0;; $last = $services[count($services) - 1]['id']) {
            $rows = $this->rows($where, $last);
            if ($rows === []) {
                return;
            }
            $values = $this->values(array_map(static fn (object $row): int => (int) $row->id, $rows), $fields);
            $services = array_map(static fn (object $row): array => [
                'id' => (int) $row->id,
                'server' => (int) $row->server,
                'status' => (string) $row->domainstatus,
                'expires' => Services::date($row->termination_date ?? null),
                'due' => Services::date($row->nextduedate),
                'tariff' => $tariffs[(int) $row->packageid] ?? null,
                'fields' => $values[(int) $row->id] ?? [],
            ], $rows);
            yield $services;
        }
    }

    /** @return list<int> */
    public function ofClient(int $clientId): array
    {
        return array_values(array_map(intval(...), Capsule::table('tblhosting')->where('userid', $clientId)->pluck('id')->all()));
    }

    /**
     * @param list<int> $serviceIds
     * @return array<int, int> clients by services; a service that is gone is left out
     */
    public function clients(array $serviceIds): array
    {
        $rows = Capsule::table('tblhosting')->whereIn('id', array_values(array_unique($serviceIds)))->pluck('userid', 'id');
        return array_map(intval(...), $rows->all());
    }

    /**
     * Those that have nothing in the field of the order.
     *
     * @param list<int> $serverIds services that are on no server record of this module are there too
     * @param list<string> $statuses
     * @param list<int>|null $productIds null for all of this module
     * @return list<int> the newest first
     */
    public function withoutOrder(array $serverIds, array $statuses, int $limit, ?array $productIds = null): array
    {
        $withOrder = Capsule::table('tblcustomfieldsvalues')
            ->whereIn('fieldid', array_keys((new FieldTable())->idsNamed(['order_id'])))
            ->where('value', '<>', '')
            ->select('relid');
        return array_values(array_map(intval(...), Capsule::table('tblhosting')
            ->where(static fn (Builder $rows) => $rows->whereIn('server', $serverIds)->orWhereNotIn('server', Servers::ids()))
            ->whereIn('packageid', Capsule::table('tblproducts')->where('servertype', Module::NAME)->select('id'))
            ->when($productIds !== null, static fn (Builder $rows) => $rows->whereIn('packageid', $productIds))
            ->whereIn('domainstatus', $statuses)
            ->whereNotIn('id', $withOrder)
            ->orderByDesc('id')
            ->limit($limit)
            ->pluck('id')
            ->all()));
    }

    /**
     * What a person tells them apart by.
     *
     * @param list<int> $serviceIds
     * @return array<int, array{product: string, status: string, item: string, client: string}> in the given order; one that is gone is left out
     */
    public function described(array $serviceIds): array
    {
        $rows = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->leftJoin('tblclients', 'tblclients.id', '=', 'tblhosting.userid')
            ->whereIn('tblhosting.id', $serviceIds)
            ->get(['tblhosting.id', 'tblhosting.domainstatus', 'tblproducts.name', 'tblclients.firstname', 'tblclients.lastname'])
            ->keyBy('id');
        $fields = $this->values($serviceIds, (new FieldTable())->idsNamed(['item']));
        $described = [];
        foreach (array_intersect($serviceIds, $rows->keys()->all()) as $id) {
            $row = $rows[$id];
            $described[$id] = [
                'product' => Encoded::decode((string) $row->name),
                'status' => (string) $row->domainstatus,
                'item' => $fields[$id]['item'] ?? '',
                'client' => trim(Encoded::decode("$row->firstname $row->lastname")),
            ];
        }
        return $described;
    }

    /** @return array<int, ?int> what the products of this module sell, by their ids */
    private function tariffs(): array
    {
        $products = Capsule::table('tblproducts')->where('servertype', Module::NAME)->pluck(ModuleSettings::tariffColumn(), 'id');
        return array_map(static fn (mixed $text): ?int => ModuleSettings::tariffId(Encoded::decode((string) $text)), $products->all());
    }

    /**
     * @param Closure(Builder): Builder $where
     * @return list<object>
     */
    private function rows(Closure $where, int $after): array
    {
        return array_values($where(Capsule::table('tblhosting'))
            ->whereIn('packageid', Capsule::table('tblproducts')->where('servertype', Module::NAME)->select('id'))
            ->where('id', '>', $after)
            ->orderBy('id')
            ->limit(self::AT_ONCE)
            ->get(['id', 'packageid', 'server', 'domainstatus', 'termination_date', 'nextduedate'])
            ->all());
    }

    /**
     * @param list<int> $serviceIds
     * @param array<int, string> $fields names by the fields' ids
     * @return array<int, array<string, string>> by the services' ids
     */
    private function values(array $serviceIds, array $fields): array
    {
        $values = [];
        $rows = Capsule::table('tblcustomfieldsvalues')
            ->whereIn('relid', $serviceIds)
            ->whereIn('fieldid', array_keys($fields))
            ->where('value', '<>', '')
            ->get(['fieldid', 'relid', 'value']);
        foreach ($rows as $row) {
            $values[(int) $row->relid][$fields[(int) $row->fieldid]] = trim(Encoded::decode((string) $row->value));
        }
        return $values;
    }
}
