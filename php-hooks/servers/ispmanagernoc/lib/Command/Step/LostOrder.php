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
use IspmanagerNoc\Journal\Operation;

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

    /** @return list<string> what may have been placed and was over before anybody looked: the account ends what nobody renews */
    public function ended(Account $account, Entry $entry): array
    {
        $known = array_column($this->app->journal()->doneOf($entry->serviceId, Operation::Create), 'orderId');
        $ended = [];
        foreach ($account->services($entry->fact('item_type')) as $service) {
            $isNameless = $service->isDeleted() && ($service->remoteId ?? '') === '';
            if ($isNameless && !in_array($service->id, $known, true) && $this->isSameGoods($service, $entry)) {
                $ended[] = $service->id;
            }
        }
        return $ended;
    }

    /**
     * Takes the order for the entry, unless it is another service's, or may as well be. The order is noted before anybody looks whose it
     * is: of two services that take the same one, at least one sees the other.
     *
     * @param bool $isChosen a person said that it is this service's
     */
    public function reserve(Entry $entry, RemoteService $order, bool $isChosen = false): bool
    {
        if ($order->remoteId === $entry->fact('remote_id')) {
            return true;
        }
        $journal = $this->app->journal();
        $journal->note($entry, $order->id);
        // In this order: an answer that arrives between the two turns what was contested into what is owned.
        $isFree = ($isChosen || !$this->isContested($entry, $order)) && !$this->isOfOther($order, $entry);
        $isFree || $journal->note($entry, $entry->orderId);
        return $isFree;
    }

    /** Whether another service lost the answer to the same order, and its own may be the one that is there. */
    private function isContested(Entry $entry, RemoteService $order): bool
    {
        foreach ($this->app->journal()->lostOrders() as $other) {
            $isSame = static fn (string $fact): bool => $other->fact($fact) === $entry->fact($fact);
            $isPossible = $other->serviceId !== $entry->serviceId && self::isNotOlder($order, $other);
            if ($isPossible && $isSame('item_type') && $isSame('tariff') && $isSame('item')) {
                return true;
            }
        }
        return false;
    }

    /** Same goods, not older than the call, and nobody else's. The account may live in another time zone: a day of tolerance. */
    private function isAlike(RemoteService $service, Entry $entry): bool
    {
        return !$service->isDeleted() && $this->isSameGoods($service, $entry);
    }

    private function isSameGoods(RemoteService $service, Entry $entry): bool
    {
        $isSameTariff = $service->tariffId !== null
            ? $service->tariffId === (int) $entry->fact('tariff')
            : $service->tariffName === $entry->fact('tariff_name');
        return $isSameTariff
            && $service->item === $entry->fact('item')
            && self::isNotOlder($service, $entry)
            && !$this->isOfOther($service, $entry);
    }

    private static function isNotOlder(RemoteService $order, Entry $entry): bool
    {
        return $order->created !== null && $order->created >= gmdate('Y-m-d', $entry->sentAt - 86400);
    }

    private function isOfOther(RemoteService $order, Entry $entry): bool
    {
        return (new Owners($this->app, $entry->serverId))->isOfOther($order->id, $entry->serviceId);
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
            if ($form !== null && $form->remoteId === $entry->fact('remote_id')) {
                return [$form];
            }
            if (($form?->remoteId ?? '') === '') {
                $possible[] = $service;
            }
        }
        return $possible;
    }
}
