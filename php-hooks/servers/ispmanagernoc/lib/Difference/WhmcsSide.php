<?php

/**
 * What WHMCS knows of the orders on some server records of one account: a few facts by the order's number, small enough for a hundred
 * thousand services. Which order is a service's is told as LiveOrder tells it, for all services at once.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Difference;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Whmcs\ServiceList;

final class WhmcsSide
{
    private const ORDER = 'order_id';
    public const EMAIL = 'bitninja_email';
    /** What WHMCS says of a service whose order was ended, whatever became of the service since. */
    private const ENDED = 'Terminated';

    private int $services = 0;
    /** @var array<int|string, array{int, int, string, ?string, string, ?string}> service, server, status, expiry, e-mail, due date, by the order's number */
    private array $orders = [];
    /** @var list<array{string, int, int, int}> order, service, its server, the service that has the order too */
    private array $shared = [];
    /** @var array<int|string, true> numbers of orders that the account showed */
    private array $seen = [];

    /** @param list<int> $serverIds */
    public static function read(App $app, array $serverIds): self
    {
        $side = new self();
        foreach ((new ServiceList())->on($serverIds, [self::ORDER, self::EMAIL]) as $services) {
            $side->add($services, $app->journal()->ordersOf(array_column($services, 'id')));
        }
        return $side;
    }

    public function services(): int
    {
        return $this->services;
    }

    public function isEmpty(): bool
    {
        return $this->orders === [];
    }

    /** @return array{int, int, string, ?string, string, ?string}|null service, server, status, expiry, e-mail, due date */
    public function take(string $orderId): ?array
    {
        if (!isset($this->orders[$orderId])) {
            return null;
        }
        $this->seen[$orderId] = true;
        return $this->orders[$orderId];
    }

    /** @return array<int|string, array{int, int, string, ?string, string, ?string}> what the account did not show, by the order's number */
    public function untaken(): array
    {
        return array_diff_key($this->orders, $this->seen);
    }

    /** @return list<array{string, int, int, int}> order, service, its server, the service that has the order too */
    public function shared(): array
    {
        return $this->shared;
    }

    /**
     * @param list<array{id: int, server: int, status: string, expires: ?string, due: ?string, fields: array<string, string>}> $services
     * @param list<array{service: int, operation: Operation, order: string}> $journal
     */
    private function add(array $services, array $journal): void
    {
        $placed = $ended = [];
        foreach ($journal as ['service' => $service, 'operation' => $operation, 'order' => $order]) {
            if ($operation === Operation::Terminate) {
                $ended[$service][$order] = true;
                unset($placed[$service]);
            } else {
                $placed[$service] = $order;
            }
        }
        foreach ($services as $service) {
            $this->services++;
            $id = $service['id'];
            foreach ([$service['fields'][self::ORDER] ?? '', $placed[$id] ?? ''] as $order) {
                if (preg_match('/^[1-9]\d{0,17}$/', $order) === 1 && !isset($ended[$id][$order])) {
                    $this->put($order, $service, $service['status']);
                    break;
                }
            }
            foreach (array_keys($ended[$id] ?? []) as $order) {
                $this->put((string) $order, $service, self::ENDED);
            }
        }
    }

    /** @param array{id: int, server: int, expires: ?string, due: ?string, fields: array<string, string>, ...} $service */
    private function put(string $order, array $service, string $status): void
    {
        $other = $this->orders[$order] ?? null;
        if ($other !== null && $status !== self::ENDED && $other[2] !== self::ENDED) {
            array_push(
                $this->shared,
                [$order, $other[0], $other[1], $service['id']],
                [$order, $service['id'], $service['server'], $other[0]]
            );
        }
        if ($other === null || $other[2] === self::ENDED) {
            $email = $service['fields'][self::EMAIL] ?? '';
            $this->orders[$order] = [$service['id'], $service['server'], $status, $service['expires'], $email, $service['due']];
        }
    }
}
