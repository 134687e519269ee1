<?php

/**
 * Takes out of the account's cart what this service's own journal entry left there unpaid. The entry ends only when the account shows
 * neither the payment nor anything bought for it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\OutcomeKind;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LostOrder;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\OutcomeUnknown;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class DropUnpaid
{
    private readonly Settlement $settlement;

    public function __construct(private readonly App $app)
    {
        $this->settlement = new Settlement($app);
    }

    /** What waits for its payment. */
    public static function waiting(App $app, ServiceRecord $service): ?Entry
    {
        foreach ($app->journal()->open($service->id) as $entry) {
            if ($entry->state === State::Unpaid) {
                return $entry;
            }
        }
        return null;
    }

    public function run(ServiceRecord $service): void
    {
        $entry = self::waiting($this->app, $service) ?? throw new Refused('refused.nothing-unpaid');
        $state = $this->settlement->settle($entry);
        if ($state === State::NotPlaced) {
            return;
        }
        if ($state !== State::Unpaid) {
            throw new Refused('refused.paid-meanwhile');
        }
        $account = $this->app->account($this->app->servers()->find($entry->serverId) ?? (new Preflight($this->app))->server($service));
        $bill = $entry->fact('bill');
        $unpaid = $account->unpaid();
        $item = $unpaid?->itemOf($bill);
        if ($item === null) {
            throw new Refused($unpaid === null || $unpaid->holds($bill) ? 'refused.cart-unclear' : 'refused.bill-gone', ['bill' => $bill]);
        }
        ignore_user_abort(true);
        $this->conclude($entry, $account, $account->dropFromBasket($item));
    }

    /** What the account shows afterwards decides, whatever it answered. */
    private function conclude(Entry $entry, Account $account, Outcome $outcome): void
    {
        $bill = $entry->fact('bill');
        if ($outcome->kind === OutcomeKind::NotSent) {
            throw new AccountDown('account.not-sent');
        }
        if ($account->isInBasket($bill)) {
            throw $outcome->rejection !== null ? Rejected::by($outcome->rejection) : new OutcomeUnknown('outcome.drop', ['bill' => $bill]);
        }
        if ($outcome->kind === OutcomeKind::Done && !$this->isBought($entry, $account)) {
            $this->app->journal()->giveBack($entry, State::NotPlaced, 'journal.dropped', ['bill' => $bill]);
            $this->app->differences()->forget($entry->serviceId, [DifferenceKind::Unsettled]);
            return;
        }
        throw $this->settlement->settle($entry) === State::Done
            ? new Refused('refused.paid-meanwhile')
            : new OutcomeUnknown('outcome.drop', ['bill' => $bill]);
    }

    private function isBought(Entry $entry, Account $account): bool
    {
        if ($entry->operation === Operation::Renew) {
            $expires = $account->service($entry->fact('item_type'), $entry->orderId)?->expires;
            return $expires !== $entry->fact('expires_before');
        }
        $isAlive = static fn (RemoteService $order): bool => !$order->isDeleted();
        return array_filter((new LostOrder($this->app))->candidates($account, $entry), $isAlive) !== [];
    }
}
