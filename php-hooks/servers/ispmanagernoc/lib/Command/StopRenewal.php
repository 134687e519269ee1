<?php

/**
 * Tells the account to stop renewing a service's order by itself, because the service is to end. Nothing is bought; an account that shows that
 * it does not renew the order is told nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\RenewalStop;
use IspmanagerNoc\Command\Step\Spending;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class StopRenewal
{
    private readonly RenewalStop $stop;

    public function __construct(private readonly App $app)
    {
        $this->stop = new RenewalStop($app);
    }

    /**
     * @param string $ending as Endings names it
     * @return bool whether the account was asked anything
     * @throws CommandFailed
     */
    public function run(ServiceRecord $service, string $ending): bool
    {
        $orders = new LiveOrder($this->app);
        $orderId = $orders->of($service);
        if ($orderId === null || $orders->placed($service)?->orderId !== $orderId) {
            return false;
        }
        $key = Operation::stopRenewalKey($service->id, $orderId, $ending);
        if ($this->app->journal()->open($service->id) !== [] || !$this->stop->isDue($service->id, $key)) {
            return false;
        }
        $server = (new Preflight($this->app))->server($service);
        $account = $this->app->account($server);
        $itemType = $orders->itemType($service, $orderId);
        $before = self::shown($account, $itemType, $orderId);
        $facts = ['item_type' => $itemType, 'ending' => $ending, 'expires' => $before?->expires];
        $entry = $this->app->journal()->claim($key, Operation::StopRenewal, $service->id, $server, $orderId, null, $facts);
        match (true) {
            $entry === null => null,
            RenewalStop::isShown($before) => $this->app->journal()->done($entry, $orderId, 'journal.renews-not', ['order' => $orderId]),
            default => $this->tell($entry, $account, $itemType),
        };
        return true;
    }

    private function tell(Entry $entry, Account $account, string $itemType): void
    {
        try {
            (new Spending($this->app))->carryOut(
                $entry,
                static fn (Closure $save): Outcome => $account->setAutoRenewal($itemType, $entry->orderId, null, $save),
                fn (Entry $entry) => $this->save($entry, $account, $itemType),
            );
        } catch (Rejected $rejected) {
            $this->stop->failed($entry);
            throw $rejected;
        }
    }

    /** The account's word alone may mean a value that it does not know. Where it cannot be asked, the word stands. */
    private function save(Entry $entry, Account $account, string $itemType): void
    {
        try {
            $after = self::shown($account, $itemType, $entry->orderId);
        } catch (CommandFailed) {
            $after = null;
        }
        if (RenewalStop::isTaken($after)) {
            $this->stop->done($entry);
            return;
        }
        $this->app->journal()->giveBack($entry, State::NotPlaced, 'journal.still-renews', ['order' => $entry->orderId]);
        $this->stop->failed($entry);
    }

    /** Null where the account does not show it; what it does not show it may still change. */
    private static function shown(Account $account, string $itemType, string $orderId): ?RemoteService
    {
        try {
            return $account->form($itemType, $orderId);
        } catch (Rejected $rejected) {
            return $rejected->rejection->type === 'auth' ? throw $rejected : null;
        }
    }
}
