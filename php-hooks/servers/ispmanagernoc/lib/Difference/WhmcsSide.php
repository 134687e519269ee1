<?php

/**
 * What WHMCS knows of the orders of one account: a few facts by the order's number. Which order is a service's is told as LiveOrder tells it,
 * for all services at once.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceList;

final class WhmcsSide
{
    private const ORDER = 'order_id';
    private const ITEM = 'item';
    public const EMAIL = 'bitninja_email';
    /** What WHMCS says of a service whose order was ended, whatever became of the service since. */
    private const ENDED = 'Terminated';

    private int $services = 0;
    /** @var array<int|string, KnownService> by the order's number */
    private array $orders = [];
    /** @var list<KnownService> that should have an order and have none */
    private array $orderless = [];
    /** @var list<array{string, KnownService, int}> order, service, the service that has the order too */
    private array $shared = [];
    /** @var array<int|string, true> numbers of orders that the account showed */
    private array $seen = [];
    /** @var array<int|string, true> numbers of orders that services of other modules have */
    private array $others = [];

    /** @param non-empty-list<ServerRecord> $servers records of the account */
    public static function read(App $app, array $servers): self
    {
        $side = new self();
        $list = new ServiceList();
        $fields = [self::ORDER, self::ITEM, self::EMAIL];
        $ids = array_column($servers, 'id');
        foreach ($list->on($ids, $fields) as $services) {
            $side->add($services, $app->journal()->ordersOf(array_column($services, 'id')), null);
        }
        foreach ($list->elsewhere($app->products()->suppliedBy($servers[0]), $fields) as $services) {
            $side->add($services, $app->journal()->ordersOf(array_column($services, 'id')), $servers[0]->id);
        }
        $side->others = array_fill_keys($list->ordersOfOtherModules(), true);
        return $side;
    }

    /** Whether a service has it whose product is sold by another module, be it one that is about to be replaced. */
    public function isOfOtherModule(string $orderId): bool
    {
        return isset($this->others[$orderId]);
    }

    public function services(): int
    {
        return $this->services;
    }

    public function isEmpty(): bool
    {
        return $this->orders === [] && $this->orderless === [];
    }

    public function take(string $orderId): ?KnownService
    {
        if (!isset($this->orders[$orderId])) {
            return null;
        }
        $this->seen[$orderId] = true;
        return $this->orders[$orderId];
    }

    /** @return array<int|string, KnownService> what the account did not show, by the order's number */
    public function untaken(): array
    {
        return array_diff_key($this->orders, $this->seen);
    }

    /** @return list<KnownService> that should have an order and have none */
    public function orderless(): array
    {
        return $this->orderless;
    }

    /** @return list<array{string, KnownService, int}> order, service, the service that has the order too */
    public function shared(): array
    {
        return $this->shared;
    }

    /**
     * @param list<array{id: int, server: int, status: string, expires: ?string, due: ?string, tariff: ?int, fields: array<string, string>}> $services
     * @param list<array{service: int, operation: Operation, order: string}> $journal
     * @param int|null $serverId a record of the account, for services that are on none of this module
     */
    private function add(array $services, array $journal, ?int $serverId): void
    {
        $placed = $linked = $ended = [];
        foreach ($journal as ['service' => $service, 'operation' => $operation, 'order' => $order]) {
            if ($operation === Operation::Terminate) {
                $ended[$service][$order] = true;
                unset($placed[$service]);
            } else {
                $placed[$service] = $order;
                $linked[$service][$order] = true;
            }
        }
        foreach ($services as $row) {
            $this->services++;
            $id = $row['id'];
            $order = self::order([$row['fields'][self::ORDER] ?? '', $placed[$id] ?? ''], $ended[$id] ?? []);
            $service = self::service($row, $row['status'], $serverId, $order === null || isset($linked[$id][$order]));
            if ($order !== null) {
                $this->put($order, $service);
            } elseif (!isset($ended[$id]) && $service->isServed()) {
                $this->orderless[] = $service;
            }
            foreach (array_keys($ended[$id] ?? []) as $order) {
                $this->put((string) $order, self::service($row, self::ENDED, $serverId, true));
            }
        }
    }

    /**
     * @param list<string> $numbers
     * @param array<int|string, true> $ended
     */
    private static function order(array $numbers, array $ended): ?string
    {
        foreach ($numbers as $number) {
            if (preg_match('/^[1-9]\d{0,17}$/', $number) === 1 && !isset($ended[$number])) {
                return $number;
            }
        }
        return null;
    }

    /** @param array{id: int, server: int, expires: ?string, due: ?string, tariff: ?int, fields: array<string, string>, ...} $row */
    private static function service(array $row, string $status, ?int $serverId, bool $isLinked): KnownService
    {
        return new KnownService(
            $row['id'],
            $serverId ?? $row['server'],
            $serverId === null,
            $status,
            $row['expires'],
            $row['due'],
            $row['fields'][self::EMAIL] ?? '',
            $row['fields'][self::ITEM] ?? '',
            $row['tariff'],
            $isLinked,
        );
    }

    private function put(string $order, KnownService $service): void
    {
        $other = $this->orders[$order] ?? null;
        if ($other !== null && $service->status !== self::ENDED && $other->status !== self::ENDED) {
            array_push($this->shared, [$order, $other, $service->id], [$order, $service, $other->id]);
        }
        if ($other === null || $other->status === self::ENDED) {
            $this->orders[$order] = $service;
        }
    }
}
