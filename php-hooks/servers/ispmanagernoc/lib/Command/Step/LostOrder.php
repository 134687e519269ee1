<?php

/**
 * Looks an order up in the account's list when the answer to it was lost. Other services' orders are never taken.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Entry;

final class LostOrder
{
    public function __construct(private readonly App $app)
    {
    }

    /** @return list<RemoteService> one when it is certain, several when a person must choose */
    public function candidates(Account $account, Entry $entry): array
    {
        $named = $alike = [];
        foreach ($account->services($entry->fact('item_type')) as $service) {
            if ($service->remoteId === $entry->fact('remote_id')) {
                $named[] = $service;
            } elseif (($service->remoteId ?? '') === '' && $this->isAlike($service, $entry)) {
                $alike[] = $service;
            }
        }
        if ($named !== []) {
            $living = array_values(array_filter($named, static fn (RemoteService $service): bool => !$service->isDeleted()));
            return $living !== [] ? $living : array_slice($named, -1);
        }
        return $this->confirmed($account, $entry, $alike);
    }

    /**
     * Whether an order that is only alike may as well be another service's: that one lost the answer to the same order and is still
     * looking for its own.
     */
    public function isContested(Entry $entry, RemoteService $order): bool
    {
        if ($order->remoteId === $entry->fact('remote_id')) {
            return false;
        }
        foreach ($this->app->journal()->sentOrders() as $other) {
            $isSame = static fn (string $fact): bool => $other->fact($fact) === $entry->fact($fact);
            if ($other->serviceId !== $entry->serviceId && $isSame('item_type') && $isSame('tariff') && $isSame('item')) {
                return true;
            }
        }
        return false;
    }

    /** Same goods, not older than the call, and nobody else's. The account may live in another time zone: a day of tolerance. */
    private function isAlike(RemoteService $service, Entry $entry): bool
    {
        $isSameTariff = $service->tariffId !== null
            ? $service->tariffId === (int) $entry->fact('tariff')
            : $service->tariffName === $entry->fact('tariff_name');
        return $isSameTariff
            && !$service->isDeleted()
            && $service->item === $entry->fact('item')
            && $service->created !== null
            && $service->created >= gmdate('Y-m-d', $entry->sentAt - 86400)
            && !(new Owners($this->app, $entry->serverId))->isOfOther($service->id, $entry->serviceId);
    }

    /**
     * The form may show the remote id that the list hides.
     *
     * @param list<RemoteService> $alike
     * @return list<RemoteService>
     */
    private function confirmed(Account $account, Entry $entry, array $alike): array
    {
        $possible = [];
        foreach ($alike as $service) {
            $form = $account->service($entry->fact('item_type'), $service->id);
            if ($form?->remoteId === $entry->fact('remote_id')) {
                return [$form];
            }
            if (($form?->remoteId ?? '') === '') {
                $possible[] = $service;
            }
        }
        return $possible;
    }
}
