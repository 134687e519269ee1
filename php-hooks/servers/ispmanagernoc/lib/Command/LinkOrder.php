<?php

/**
 * Takes over an order that exists in the account: after an outcome that nobody could settle, or for a service that was sold before.
 * A person chooses the order; nothing is bought, and another service's order is never taken.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\LostOrder;
use IspmanagerNoc\Command\Step\OrderCheck;
use IspmanagerNoc\Command\Step\Owners;
use IspmanagerNoc\Command\Step\Period;
use IspmanagerNoc\Command\Step\Preflight;
use IspmanagerNoc\Command\Step\Renewals;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class LinkOrder
{
    private readonly LiveOrder $orders;
    private readonly OrderCheck $check;

    public function __construct(private readonly App $app)
    {
        $this->orders = new LiveOrder($app);
        $this->check = new OrderCheck($app);
    }

    /**
     * @param bool $mustTell whether the order itself must tell whose it is, because nobody looks at each
     * @return RemoteService|null null where it was linked already
     */
    public function run(ServiceRecord $service, string $orderId, bool $mustTell = false): ?RemoteService
    {
        self::refuseMalformed($orderId);
        $waiting = $this->waiting($service);
        $live = $this->refuseOther($service, $orderId);
        $server = $this->server($service);
        $placed = $this->orders->placed($service);
        if ($waiting === null && $placed !== null && $placed->orderId === $orderId && $live !== null) {
            $this->move($service, $this->app->servers()->find($placed->serverId) ?? $server);
            return null;
        }
        $account = $this->app->account($server);
        $ended = $this->ended($service, $server, $account, $orderId);
        $order = $this->fitting($service, $server, $account, $orderId);
        if ($mustTell && !$this->check->isTold($service, $server, $order)) {
            throw new Refused('refused.order-unlinked', ['order' => $orderId]);
        }
        if ($waiting !== null) {
            if ($waiting->fact('host') !== '' && $waiting->fact('host') !== Host::name($server->hostname)) {
                $there = $this->app->servers()->find($waiting->serverId)->name ?? $waiting->fact('host');
                throw new Refused('refused.order-elsewhere', ['order' => $orderId, 'server' => $there]);
            }
            $this->refuseLosing($waiting, $account, $orderId);
            $this->app->journal()->relocate($waiting, $server);
        }
        // Only for an order that is this service's by then is a former one closed: that would let Create order anew.
        $before = $this->reserve($service, $server, $order);
        $entry = null;
        try {
            if ($ended !== null) {
                $this->close($service, $server, $ended);
            }
            $entry = $waiting ?? $this->claim($service, $server, $order) ?? throw new Refused('refused.busy');
        } finally {
            if ($entry === null) {
                $this->app->fields()->write($service, ['order_id' => $before]);
            }
        }
        $this->take($service, $server, $entry, $order);
        return $order;
    }

    /**
     * The order as the account shows it, where it fits the service and nobody else has it. Nothing is changed: run() checks all this again.
     *
     * @throws Refused why it cannot be linked
     */
    public function check(ServiceRecord $service, string $orderId): RemoteService
    {
        self::refuseMalformed($orderId);
        $this->refuseOther($service, $orderId);
        $server = $this->server($service);
        $account = $this->app->account($server);
        $this->ended($service, $server, $account, $orderId);
        return $this->fitting($service, $server, $account, $orderId);
    }

    /** The order, whether it fits or not; null where the account does not show it, or does not answer. */
    public function shown(ServiceRecord $service, string $orderId): ?RemoteService
    {
        try {
            $server = $this->server($service);
            return $this->app->account($server)->service($this->kind($service, $server)->itemType, $orderId);
        } catch (CommandFailed) {
            return null;
        }
    }

    /** An account may answer anything about what is no number of an order. */
    private static function refuseMalformed(string $orderId): void
    {
        if (preg_match('/^[1-9]\d{0,17}$/', $orderId) !== 1) {
            throw new Refused('refused.order-missing', ['order' => $orderId]);
        }
    }

    /** @return string|null the order that the service has already, which may be this one */
    private function refuseOther(ServiceRecord $service, string $orderId): ?string
    {
        $live = $this->orders->of($service);
        if ($live !== null && $live !== $orderId && $live !== $this->orders->placed($service)?->orderId) {
            throw new Refused('refused.has-order', ['order' => $live]);
        }
        return $live;
    }

    /**
     * The order that was placed for the service before, where the account has ended it. Absence is not an end.
     *
     * @throws Refused while it lives: with another one in its place it would be lost
     */
    private function ended(ServiceRecord $service, ServerRecord $server, Account $account, string $orderId): ?string
    {
        $placed = $this->orders->placed($service);
        if ($placed === null || $placed->orderId === $orderId || $this->orders->isTerminated($service, $placed->orderId)) {
            return null;
        }
        $isElsewhere = !in_array($placed->fact('account'), ['', $server->fingerprint()], true);
        $itemType = $this->orders->itemType($service, $placed->orderId);
        if ($isElsewhere || $account->service($itemType, $placed->orderId)?->isDeleted() !== true) {
            throw new Refused('refused.has-order', ['order' => $placed->orderId]);
        }
        return $placed->orderId;
    }

    /** An order of this service whose outcome is open; everything else must be settled first. */
    private function waiting(ServiceRecord $service): ?Entry
    {
        $settlement = new Settlement($this->app);
        $waiting = null;
        foreach ($this->app->journal()->open($service->id) as $open) {
            $settlement->settle($open);
            $entry = $this->app->journal()->get($open->id) ?? $open;
            if (!$entry->state->isOpen()) {
                continue;
            }
            if ($entry->operation !== Operation::Create || !in_array($entry->state, [State::Unknown, State::Unpaid], true)) {
                throw new Refused('refused.busy');
            }
            $waiting = $entry;
        }
        return $waiting;
    }

    private function fitting(ServiceRecord $service, ServerRecord $server, Account $account, string $orderId): RemoteService
    {
        $itemType = $this->kind($service, $server)->itemType;
        $order = $account->service($itemType, $orderId) ?? throw new Refused('refused.order-missing', ['order' => $orderId]);
        if ($order->isDeleted()) {
            throw new Refused('refused.link-deleted', ['order' => $orderId]);
        }
        if ($this->orders->isTerminated($service, $orderId)) {
            throw new Refused('refused.link-ended', ['order' => $orderId]);
        }
        $this->check->refuseOther($service, $server, $itemType, $order);
        if ((new Owners($this->app, $server->id))->isKept($order, $service->id)) {
            throw new Refused('refused.link-owned', ['order' => $orderId]);
        }
        return $order;
    }

    /** While the account has, or may still be paid for, what was really ordered, another order in its place would leave that one lost. */
    private function refuseLosing(Entry $waiting, Account $account, string $orderId): void
    {
        if ($waiting->state === State::Unpaid && $account->isInBasket($waiting->fact('bill'))) {
            throw new Refused('refused.link-unpaid', ['bill' => $waiting->fact('bill')]);
        }
        $isNamed = static fn (RemoteService $own): bool => $own->remoteId === $waiting->fact('remote_id') && !$own->isDeleted();
        $named = array_column(array_filter((new LostOrder($this->app))->candidates($account, $waiting), $isNamed), 'id');
        if ($named !== [] && !in_array($orderId, $named, true)) {
            throw new Refused('refused.link-named', ['orders' => implode(', ', $named)]);
        }
    }

    private function claim(ServiceRecord $service, ServerRecord $server, RemoteService $order): ?Entry
    {
        return $this->app->journal()->claim(
            Operation::createKey($service->id, $this->orders->terminated($service)),
            Operation::Create,
            $service->id,
            $server,
            $order->id,
            null,
            [
                'item_type' => $this->kind($service, $server)->itemType,
                'tariff' => $order->tariffId ?? (int) $service->settings->tariffId,
                'tariff_name' => $order->tariffName,
                'item' => $order->item,
                'whmcs_order' => $service->orderId,
                'auto_renewal' => (int) $order->autoRenewal > 0 ? 'on' : '',
                'paid_before' => array_column((new Renewals($this->app))->served($service, $order->expires), 'name'),
            ],
        );
    }

    /**
     * The field is written before anybody looks whose order it is: of two services that take the same one, at least one sees the other.
     *
     * @return string what stood in the field
     */
    private function reserve(ServiceRecord $service, ServerRecord $server, RemoteService $order): string
    {
        $before = $this->app->fields()->read($service)['order_id'] ?? '';
        $this->app->fields()->write($service, ['order_id' => $order->id]);
        if ((new Owners($this->app, $server->id))->isKept($order, $service->id)) {
            $this->app->fields()->write($service, ['order_id' => $before]);
            throw new Refused('refused.link-owned', ['order' => $order->id]);
        }
        return $before;
    }

    private function take(ServiceRecord $service, ServerRecord $server, Entry $entry, RemoteService $order): void
    {
        $this->app->journal()->done($entry, $order->id, 'journal.linked', ['order' => $order->id]);
        $this->move($service, $server);
        $this->app->differences()->forgetOrder($order->id);
        $this->app->differences()->forget($service->id, [
            DifferenceKind::Unsettled, DifferenceKind::NotLinked, DifferenceKind::OrderFound, DifferenceKind::WithoutOrder,
        ]);
        $takeOver = new TakeOver($this->app);
        $takeOver->fields($service, $order);
        $takeOver->dates($service, $order);
        if ($service->status === 'Pending') {
            return;
        }
        $this->app->journal()->finish($entry);
        if (!in_array($service->status, TakeOver::ENDED, true) && !Period::isCovered($service->nextDueDate, $order->expires)) {
            [$due, $expires, $now] = [(string) $service->nextDueDate, (string) $order->expires, $this->app->clock()->now()];
            $this->app->differences()->report(new Difference(DifferenceKind::NotCovered, $server->id, $service->id, $order->id, $due, $expires, $now));
        }
    }

    /** As Terminate does for an order that is gone: nothing is sent. */
    private function close(ServiceRecord $service, ServerRecord $server, string $orderId): void
    {
        $facts = ['item_type' => $this->orders->itemType($service, $orderId)];
        $key = Operation::terminateKey($service->id, $orderId);
        $entry = $this->app->journal()->claim($key, Operation::Terminate, $service->id, $server, $orderId, null, $facts)
            ?? throw new Refused('refused.busy');
        $this->app->journal()->done($entry, $orderId, 'journal.gone', ['order' => $orderId]);
    }

    private function move(ServiceRecord $service, ServerRecord $server): void
    {
        if ($service->serverId !== $server->id) {
            $this->app->services()->setServer($service, $server->id);
        }
    }

    private function kind(ServiceRecord $service, ServerRecord $server): Kind
    {
        return $this->app->prices()->kind($server, (int) $service->settings->tariffId);
    }

    /** The server record whose account is asked: of a service that is on none of this module, the one that its product would get. */
    public function server(ServiceRecord $service): ServerRecord
    {
        $preflight = new Preflight($this->app);
        return $this->app->servers()->find($service->serverId) === null
            ? $preflight->serverForProduct($service->productId)
            : $preflight->server($service);
    }
}
