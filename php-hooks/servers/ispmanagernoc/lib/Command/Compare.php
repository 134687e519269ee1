<?php

/**
 * The daily comparison of all services with the accounts: by their lists, page by page, so that a service that did not change costs no
 * request of its own. It only reads. What differs becomes a flag for staff; nothing is ended, changed or bought because of it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\Period;
use IspmanagerNoc\Command\Step\RemoteName;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Difference\Differences;
use IspmanagerNoc\Difference\Emails;
use IspmanagerNoc\Difference\WhmcsSide;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServerRecord;
use Throwable;

final class Compare
{
    /** Orders that the lists lack are looked up one by one, as long as they are few. */
    private const LOOKED_UP = 50;
    private const UNSETTLED = 1000;
    /** After so long a person is told, however long staff have the module wait before it writes anything off. */
    private const UNSETTLED_SECONDS = 900;
    /** Both sides count days in their own time zone. */
    private const DAY = 86400;

    private readonly Differences $differences;

    public function __construct(private readonly App $app)
    {
        $this->differences = $app->differences();
    }

    public function run(): void
    {
        $this->unsettled();
        foreach ($this->accounts() as $servers) {
            $name = implode(', ', array_map(static fn (ServerRecord $server): string => $server->name, $servers));
            try {
                $this->account($servers, $name);
            } catch (CommandFailed $failure) {
                $reason = Texts::current()->ofFailure($failure);
                Reports::note(Texts::current()->get('comparison.put-off', ['server' => $name, 'reason' => $reason]));
            } catch (Throwable $failure) {
                Reports::failure("comparison of $name", $failure);
            }
        }
    }

    /** @return list<non-empty-list<ServerRecord>> records that lead to one account stand together, one that is enabled first */
    private function accounts(): array
    {
        $accounts = [];
        foreach ($this->app->servers()->all() as $server) {
            foreach ($accounts as &$servers) {
                if ($servers[0]->isSameAccount($server)) {
                    $server->disabled ? array_push($servers, $server) : array_unshift($servers, $server);
                    continue 2;
                }
            }
            unset($servers);
            $accounts[] = [$server];
        }
        return $accounts;
    }

    /** @param non-empty-list<ServerRecord> $servers records of one account */
    private function account(array $servers, string $name): void
    {
        $now = $this->app->clock()->now();
        $serverIds = array_map(static fn (ServerRecord $server): int => $server->id, $servers);
        $side = WhmcsSide::read($this->app, $serverIds);
        if ($servers[0]->disabled && $side->isEmpty()) {
            return;
        }
        $account = $this->app->account($servers[0]);
        $emails = new Emails($servers[0]->fingerprint(), $this->differences);
        $orders = 0;
        foreach (Kind::itemTypes() as $itemType) {
            foreach ($account->services($itemType) as $remote) {
                $orders++;
                $this->compare($side, $remote, $servers[0]->id, $now);
                $emails->listed($remote, $itemType, $side);
            }
        }
        foreach ($emails->look($account) as $remote) {
            $this->compare($side, $remote, $servers[0]->id, $now);
        }
        $this->missing($side, $account, $now);
        foreach ($side->shared() as [$order, $service, $server, $other]) {
            $this->flag(DifferenceKind::SharedOrder, $server, $service, $order, "$service", "$other", $now);
        }
        $this->differences->forgetUnseen(DifferenceKind::compared(), $now, $serverIds);
        $counts = array_diff_key($this->differences->counts($serverIds), [DifferenceKind::Unsettled->value => 0]);
        Reports::note(Texts::current()->get('comparison.done', [
            'server' => $name,
            'services' => $side->services(),
            'orders' => $orders,
            'differences' => array_sum($counts),
        ]));
    }

    private function compare(WhmcsSide $side, RemoteService $remote, int $serverId, int $now): void
    {
        $known = $side->take($remote->id);
        if ($known === null) {
            if ($this->isNobodys($remote, $now)) {
                $this->flag(DifferenceKind::NoService, $serverId, 0, $remote->id, '', $remote->tariffName, $now);
            }
            return;
        }
        [$service, $server, $status, $expires, $email, $due] = $known;
        if (TakeOver::isOther($status, $remote)) {
            $account = $remote->status?->name ?? $remote->rawStatus;
            $this->flag(DifferenceKind::Status, $server, $service, $remote->id, $status, $account, $now);
        }
        if ($remote->isDeleted() || in_array($status, TakeOver::ENDED, true)) {
            return;
        }
        if ($expires !== null && $remote->expires !== null && self::isApart($expires, $remote->expires)) {
            $this->flag(DifferenceKind::Expiry, $server, $service, $remote->id, $expires, $remote->expires, $now);
        }
        if ($due !== null && $remote->expires !== null && $remote->expires < $due && self::isApart($due, $remote->expires, Period::GRACE)) {
            $this->flag(DifferenceKind::NotCovered, $server, $service, $remote->id, $due, $remote->expires, $now);
        }
        $there = $remote->fields[WhmcsSide::EMAIL] ?? '';
        if ($email !== '' && $there !== '' && mb_strtolower($email) !== mb_strtolower($there)) {
            $this->flag(DifferenceKind::Email, $server, $service, $remote->id, $email, $there, $now);
        }
    }

    /** Other installations and programs name their orders otherwise, and what was ordered while this pass ran has its service. */
    private function isNobodys(RemoteService $remote, int $now): bool
    {
        $owner = RemoteName::serviceOf((string) $remote->remoteId);
        if ($remote->isDeleted() || ($owner === null && (string) $remote->remoteId !== '')) {
            return false;
        }
        $isBeingSettled = $owner !== null && $this->app->journal()->open($owner) !== [];
        return !$isBeingSettled && !$this->app->journal()->hasTouched($remote->id, $now);
    }

    /** A list can lose a row while its pages are read, so the account is asked for each of them itself. Absence is not an end. */
    private function missing(WhmcsSide $side, Account $account, int $now): void
    {
        $left = self::LOOKED_UP;
        foreach ($side->untaken() as $orderId => [$serviceId, $serverId, $status]) {
            if (in_array($status, TakeOver::ENDED, true)) {
                continue;
            }
            $orderId = (string) $orderId;
            $remote = $left-- > 0 ? $this->form($account, $serviceId, $orderId) : null;
            if ($remote !== null) {
                $this->compare($side, $remote, $serverId, $now);
            } elseif (!$this->app->journal()->hasTouched($orderId, $now)) {
                $this->flag(DifferenceKind::OrderMissing, $serverId, $serviceId, $orderId, $status, '', $now);
            }
        }
    }

    private function form(Account $account, int $serviceId, string $orderId): ?RemoteService
    {
        $service = $this->app->services()->find($serviceId);
        return $service === null ? null : $account->form((new LiveOrder($this->app))->itemType($service, $orderId), $orderId);
    }

    /** What settlement has not cleared up by itself within the quiet time. This asks nobody, so no account that is down keeps it. */
    private function unsettled(): void
    {
        $now = $this->app->clock()->now();
        foreach ($this->app->journal()->unsettledSince($now - self::UNSETTLED_SECONDS, self::UNSETTLED) as $entry) {
            $this->flag(
                DifferenceKind::Unsettled,
                $entry->serverId,
                $entry->serviceId,
                $entry->orderId,
                $entry->operation->value,
                $entry->state->value,
                $now
            );
        }
        $this->differences->forgetUnseen([DifferenceKind::Unsettled], $now);
    }

    private function flag(DifferenceKind $kind, int $server, int $service, string $order, string $whmcs, string $account, int $now): void
    {
        $this->differences->report(new Difference($kind, $server, $service, $order, $whmcs, $account, $now));
    }

    private static function isApart(string $one, string $other, int $seconds = self::DAY): bool
    {
        return abs((int) strtotime("$one UTC") - (int) strtotime("$other UTC")) > $seconds;
    }
}
