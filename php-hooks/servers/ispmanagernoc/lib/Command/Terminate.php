<?php

/**
 * Deletes the service in the account. One that is gone already is a success.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\Spending;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Terminate
{
    private readonly LiveOrder $orders;
    private readonly Settlement $settlement;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
        $this->settlement = new Settlement($app);
    }

    public function run(ServiceRecord $service): void
    {
        $this->settlement->settleBefore($service);
        $orderId = $this->orders->of($service);
        if ($orderId === null) {
            if ($this->orders->terminated($service) > 0) {
                return;
            }
            throw new Refused('refused.no-order');
        }
        $server = (new Preflight($this->app))->server($service);
        $account = $this->app->account($server);
        [$itemType, $remote] = $this->remote($account, $this->orders->itemType($service, $orderId), $orderId);
        $placedIn = $this->orders->placed($service)?->fact('account') ?? '';
        $isElsewhere = $placedIn !== '' && $placedIn !== $server->fingerprint();
        if ($remote === null && ($isElsewhere || !$this->orders->knows($service, $orderId))) {
            throw new Refused('refused.order-missing', ['order' => $orderId]);
        }
        if ($remote !== null) {
            // Where the journal has no order of the service that could be lost, one that is over may be anybody's.
            $mayBeLost = !$remote->isDeleted() || $this->orders->placed($service) !== null;
            (new OrderCheck($this->app))->refuseStrange($service, $server, $itemType, $remote, $mayBeLost);
        }
        $entry = $this->app->journal()->claim(
            Operation::terminateKey($service->id, $orderId),
            Operation::Terminate,
            $service->id,
            $server,
            $orderId,
            null,
            ['item_type' => $itemType],
        );
        if ($entry !== null && ($remote === null || $remote->isDeleted())) {
            $this->done($entry, 'journal.gone');
            return;
        }
        (new Spending($this->app))->carryOut(
            $entry,
            static fn (Closure $save): Outcome => $account->delete($itemType, $orderId, $save),
            fn (Entry $entry) => $this->done($entry, 'journal.deleted'),
        );
    }

    /**
     * What sort of order it is may be a guess, and "missed" for a wrong guess must not pass for an end.
     *
     * @return array{string, ?RemoteService} the item type, and null when no list of the account shows the order
     */
    private function remote(Account $account, string $guess, string $orderId): array
    {
        foreach (array_unique([$guess, ...Kind::itemTypes()]) as $itemType) {
            try {
                $remote = $account->service($itemType, $orderId);
            } catch (Rejected $rejected) {
                // A login that may not even look at that type has no orders of it.
                $remote = $itemType !== $guess && $rejected->rejection->type === 'access' ? null : throw $rejected;
            }
            if ($remote !== null) {
                return [$itemType, $remote];
            }
        }
        return [$guess, null];
    }

    private function done(Entry $entry, string $textKey): void
    {
        $this->app->journal()->done($entry, $entry->orderId, $textKey, ['order' => $entry->orderId]);
    }
}
