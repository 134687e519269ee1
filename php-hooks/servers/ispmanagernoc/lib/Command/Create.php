<?php

/**
 * Orders the service in the account: preflight, claim, call, save the order's id, then wait a little for the key.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Goods;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\RemoteName;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\Spending;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceList;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Create
{
    /** How long a new order may keep the person or the cron waiting for its key. */
    private const WAIT_SECONDS = 20;
    /** Goods with other fields than these may be bought several times for one licence. */
    private const TOLD_BY_LICENCE = ['item', 'bitninja_email'];

    private readonly LiveOrder $orders;
    private readonly Preflight $preflight;
    private readonly Settlement $settlement;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
        $this->preflight = new Preflight($app);
        $this->settlement = new Settlement($app);
    }

    /** @param Money|null $confirmed the cost that a person saw and confirmed */
    public function run(ServiceRecord $service, ?Money $confirmed = null): void
    {
        if ($this->orders->of($service) === null) {
            $this->settlement->settleBefore($service);
        }
        $orderId = $this->orders->of($service);
        if ($orderId === null) {
            $this->order($service, $confirmed);
        } else {
            $this->refuseEnded($service, $orderId);
        }
        $this->finish($service);
    }

    /**
     * A dead order is no success, and it is for a person to say that a new one is wanted. An account that is silent is no obstacle for an order
     * that the journal knows; of any other it must say that it is the service's.
     */
    private function refuseEnded(ServiceRecord $service, string $orderId): void
    {
        $isKnown = $this->orders->knows($service, $orderId);
        $itemType = $this->orders->itemType($service, $orderId);
        try {
            $server = $this->preflight->server($service);
            $remote = $this->app->account($server)->service($itemType, $orderId);
        } catch (CommandFailed $failure) {
            $isKnown || throw $failure;
            return;
        }
        if ($remote === null) {
            $isKnown || throw new Refused('refused.order-missing', ['order' => $orderId]);
            return;
        }
        if ($remote->isDeleted()) {
            throw new Refused('refused.order-ended', ['order' => $orderId]);
        }
        (new OrderCheck($this->app))->refuseStrange($service, $server, $itemType, $remote);
    }

    private function order(ServiceRecord $service, ?Money $confirmed): void
    {
        $months = $this->preflight->period($service);
        $server = $this->preflight->serverForOrder($service);
        $account = $this->app->account($server);
        $tariffId = (int) $service->settings->tariffId;
        $tariff = $this->preflight->tariff($tariffId, $this->app->prices()->fresh($server, $account, $tariffId));
        $cost = $this->preflight->cost($tariff, $months);
        $this->app->fields()->ensure($service->productId, $tariff->kind);
        $goods = Goods::of($tariff->kind, $this->app->fields()->read($service));
        if ($confirmed !== null) {
            Preflight::refuseOtherCost($cost, $confirmed);
        }
        $this->preflight->balance($account, $cost);
        if ($service->serverId === 0) {
            $this->app->services()->setServer($service, $server->id);
        }
        $this->spend($service, $server, $account, $tariff, $months, $cost, $goods);
    }

    /** @param array<string, string> $goods */
    private function spend(
        ServiceRecord $service,
        ServerRecord $server,
        Account $account,
        Tariff $tariff,
        int $months,
        Money $cost,
        array $goods,
    ): void {
        $number = $this->orders->terminated($service);
        $remoteId = RemoteName::of($service->id, $number);
        $entry = $this->app->journal()->claim(
            Operation::createKey($service->id, $number),
            Operation::Create,
            $service->id,
            $server,
            '',
            $cost,
            [
                'item_type' => $tariff->kind->itemType,
                'tariff' => $tariff->id,
                'tariff_name' => $tariff->name,
                'item' => $goods['item'] ?? '',
                'months' => $months,
                'remote_id' => $remoteId,
                'whmcs_order' => $service->orderId,
                'auto_renewal' => $service->settings->autoRenewal ? 'on' : '',
            ],
        );
        if ($entry !== null && $this->hasTurnedUp($entry, $service, $server, $goods)) {
            return;
        }
        $autoRenewal = $service->settings->autoRenewal;
        (new Spending($this->app))->carryOut(
            $entry,
            static fn (Closure $save): Outcome => $account->order($tariff, $months, $autoRenewal, $remoteId, $goods, $save),
            fn (Entry $entry, Outcome $outcome) => $this->save($service, $entry, $outcome),
        );
    }

    /**
     * Only under the claim is it certain: another process may have found or placed an order between the first look and the claim.
     *
     * @param array<string, string> $goods
     */
    private function hasTurnedUp(Entry $entry, ServiceRecord $service, ServerRecord $server, array $goods): bool
    {
        $isWanted = false;
        try {
            $hasOrder = $this->orders->of($service) !== null || $this->settlement->adoptLateOrder($service, $server);
            $hasOrder || $this->refuseSpare($service, $goods);
            $isWanted = !$hasOrder;
            return $hasOrder;
        } finally {
            if (!$isWanted) {
                $this->app->journal()->giveBack($entry, State::NotPlaced, 'journal.withdrawn');
            }
        }
    }

    /**
     * WHMCS orders for services that wait. One that runs already has been served by something, and what is told by its licence alone is bought once
     * for each.
     *
     * @param array<string, string> $goods
     * @throws Refused while such an order is there that nobody has: an earlier module or a person may have placed it for this service
     */
    private function refuseSpare(ServiceRecord $service, array $goods): void
    {
        $isTold = isset($goods['item']) && array_diff_key($goods, array_flip(self::TOLD_BY_LICENCE)) === [];
        if (!$isTold || !in_array($service->status, ServiceList::SERVED, true)) {
            return;
        }
        $isSpare = static fn (RemoteService $order): bool => $order->item === $goods['item'] && (string) $order->remoteId === '';
        $spare = array_filter((new OrderCandidates($this->app))->of($service), $isSpare);
        if ($spare !== []) {
            throw new Refused('refused.order-found', ['orders' => implode(', ', array_column($spare, 'id'))]);
        }
    }

    private function save(ServiceRecord $service, Entry $entry, Outcome $outcome): void
    {
        $orderId = $outcome->document === null ? null : Account::newId($outcome->document);
        $this->app->journal()->done($entry, (string) $orderId, 'journal.ordered', ['order' => (string) $orderId]);
        $this->app->fields()->write($service, ['order_id' => (string) $orderId]);
    }

    /** Success is certain by now: whatever the account cannot say within the wait comes by Sync and cron. */
    private function finish(ServiceRecord $service): void
    {
        $service = $this->app->services()->find($service->id) ?? $service;
        $orderId = (string) $this->orders->of($service);
        $this->app->fields()->write($service, ['order_id' => $orderId]);
        $isComplete = (new TakeOver($this->app))->waitForKey($service, $orderId, self::WAIT_SECONDS);
        $placed = $this->orders->placed($service);
        if ($isComplete && $placed !== null) {
            $this->app->journal()->finish($placed);
        }
    }
}
