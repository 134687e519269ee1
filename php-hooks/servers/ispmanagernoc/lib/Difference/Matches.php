<?php

/**
 * Brings together the orders that no service has and the services that have no order: by the licence and the tariff, and only where nothing
 * else fits. What an earlier module ordered without writing down its number is found so; a person says whether it is right.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\Command\Step\Goods;
use IspmanagerNoc\PriceList\PriceList;

final class Matches
{
    /** @var array<string, list<KnownService>> by the licence */
    private array $services = [];
    /** @var list<array{RemoteService, list<KnownService>}> with the services that it may be for */
    private array $orders = [];
    /** @var array<int, int> how many orders each service may have, by its id */
    private array $counts = [];

    /** @param list<KnownService> $orderless */
    public function __construct(private readonly array $orderless, private readonly ?PriceList $prices)
    {
        foreach ($orderless as $service) {
            $this->services[(string) Goods::item($service->item)][] = $service;
        }
    }

    public function add(RemoteService $order): void
    {
        $isTariff = fn (KnownService $service): bool => $service->sells($order, $this->prices) === true;
        // What bears the name of a service was ordered for that one.
        $fitting = $order->item === '' || (string) $order->remoteId !== '' ? [] : array_values(array_filter($this->services[$order->item] ?? [], $isTariff));
        $this->orders[] = [$order, $fitting];
        foreach ($fitting as $service) {
            $this->counts[$service->id] = ($this->counts[$service->id] ?? 0) + 1;
        }
    }

    /** @return list<KnownService> those for which no order, or not only one, was found */
    public function unmatched(): array
    {
        $matched = array_flip(array_map(static fn (array $match): int => $match[1]->id ?? 0, $this->all()));
        return array_values(array_filter($this->orderless, static fn (KnownService $service): bool => !isset($matched[$service->id])));
    }

    /** @return list<array{RemoteService, ?KnownService}> each order, with the only service that it can be for */
    public function all(): array
    {
        return array_map(fn (array $order): array => [
            $order[0],
            count($order[1]) === 1 && $this->counts[$order[1][0]->id] === 1 ? $order[1][0] : null,
        ], $this->orders);
    }
}
