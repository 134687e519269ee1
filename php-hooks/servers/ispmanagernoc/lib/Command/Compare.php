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
use IspmanagerNoc\Difference\KnownService;
use IspmanagerNoc\Difference\Matches;
use IspmanagerNoc\Difference\WhmcsSide;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceList;
use Throwable;

final class Compare
{
    /** Orders that the lists lack are looked up one by one, as long as they are few. */
    private const LOOKED_UP = 50;
    private const UNSETTLED = 1000;
    private const LAST = 'compared-at';
    /** After so long a person is told, however long staff have the module wait before it writes anything off. */
    private const UNSETTLED_SECONDS = 900;
    /** Both sides count days in their own time zone. */
    private const DAY = 86400;

    private readonly Differences $differences;

    public function __construct(private readonly App $app)
    {
        $this->differences = $app->differences();
    }

    /** @return list<Compared> */
    public function run(): array
    {
        $this->unsettled();
        $accounts = $this->accounts();
        $told = [];
        foreach ($accounts as $servers) {
            $told[] = self::noted($this->told($servers));
        }
        if ($accounts !== []) {
            OwnSettings::set(self::LAST, (string) $this->app->clock()->now());
        }
        $homeless = $this->homeless($accounts);
        if ($homeless > 0) {
            $told[] = self::noted(new Compared(false, Texts::current()->get('comparison.no-account', ['services' => $homeless])));
        }
        return array_values(array_filter($told));
    }

    /** @return int when it last ran, in seconds since 1970; 0 for never */
    public static function lastRun(): int
    {
        return (int) OwnSettings::get(self::LAST);
    }

    private static function noted(?Compared $told): ?Compared
    {
        $told === null || Reports::note($told->text . ($told->isDone ? ' ' . Texts::current()->get('comparison.listed') : ''));
        return $told;
    }

    /** @param non-empty-list<ServerRecord> $servers records of one account @return Compared|null null where it was not asked */
    private function told(array $servers): ?Compared
    {
        $name = implode(', ', array_map(static fn (ServerRecord $server): string => $server->name, $servers));
        try {
            $text = $this->account($servers, $name);
            return $text === '' ? null : new Compared(true, $text);
        } catch (CommandFailed $failure) {
            $values = ['server' => $name, 'reason' => Texts::current()->ofFailure($failure)];
            return new Compared(false, Texts::current()->get('comparison.put-off', $values));
        } catch (Throwable $failure) {
            return new Compared(false, Texts::current()->get('error.internal', ['reference' => Reports::failure("comparison of $name", $failure)]));
        }
    }

    /**
     * @param list<non-empty-list<ServerRecord>> $accounts
     * @return int how many services nobody can say the account of: they are on no record of this module, and their products would get none
     */
    private function homeless(array $accounts): int
    {
        $products = array_merge(...array_map(fn (array $servers): array => $this->app->products()->suppliedBy($servers[0]), $accounts));
        return (new ServiceList())->countElsewhere(array_values($products));
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

    /** @param non-empty-list<ServerRecord> $servers records of one account @return string what is told of it; empty where it was not asked */
    private function account(array $servers, string $name): string
    {
        $now = $this->app->clock()->now();
        $side = WhmcsSide::read($this->app, $servers);
        $serverIds = array_column($servers, 'id');
        if ($servers[0]->disabled && $side->isEmpty()) {
            $this->differences->forgetUnseen(DifferenceKind::compared(), $now, $serverIds);
            return '';
        }
        $account = $this->app->account($servers[0]);
        $emails = new Emails($servers[0]->fingerprint(), $this->differences);
        $prices = $this->app->prices()->newest($servers[0]);
        $matches = new Matches($side->orderless(), $prices);
        $orders = 0;
        foreach (Kind::itemTypes() as $itemType) {
            foreach ($account->services($itemType) as $remote) {
                $orders++;
                $known = $side->take($remote->id);
                if ($known !== null) {
                    $this->compare($known, $remote, $prices, $now);
                    $emails->listed($remote, $itemType, $known);
                } elseif (!$side->isOfOtherModule($remote->id) && $this->isNobodys($remote, $now)) {
                    $matches->add($remote);
                }
            }
        }
        foreach ($emails->look($account) as $remote) {
            $known = $side->take($remote->id);
            $known === null || $this->compare($known, $remote, $prices, $now);
        }
        foreach ($matches->all() as [$remote, $service]) {
            $service === null
                ? $this->flag(DifferenceKind::NoService, $servers[0]->id, 0, $remote->id, '', $remote->tariffName, $now)
                : $this->flag(DifferenceKind::OrderFound, $servers[0]->id, $service->id, $remote->id, $service->item, $remote->item, $now);
        }
        foreach ($matches->unmatched() as $service) {
            $this->flag(DifferenceKind::WithoutOrder, $service->serverId, $service->id, '', $service->status, '', $now);
        }
        $this->missing($side, $account, $prices, $now);
        foreach ($side->shared() as [$order, $service, $other]) {
            $this->flag(DifferenceKind::SharedOrder, $service->serverId, $service->id, $order, "$service->id", "$other", $now);
        }
        $this->differences->forgetUnseen(DifferenceKind::compared(), $now, $serverIds);
        $counts = array_diff_key($this->differences->counts($serverIds), [DifferenceKind::Unsettled->value => 0]);
        return Texts::current()->get('comparison.done', [
            'server' => $name,
            'services' => $side->services(),
            'orders' => $orders,
            'differences' => array_sum($counts),
        ]);
    }

    private function compare(KnownService $known, RemoteService $remote, ?PriceList $prices, int $now): void
    {
        $flag = fn (DifferenceKind $kind, string $whmcs, string $account) => $this->flag(
            $kind,
            $known->serverId,
            $known->id,
            $remote->id,
            $whmcs,
            $account,
            $now
        );
        if (!$known->isLinked && $known->isServed() && !$remote->isDeleted()) {
            $isOtherTariff = $known->sells($remote, $prices) === false;
            $flag(DifferenceKind::NotLinked, $known->item, $isOtherTariff ? trim("$remote->item, $remote->tariffName", ', ') : $remote->item);
            if (!$known->isHere) {
                // What else differs is taken over with the link.
                return;
            }
        }
        if (TakeOver::isOther($known->status, $remote)) {
            $flag(DifferenceKind::Status, $known->status, $remote->status?->name ?? $remote->rawStatus);
        }
        if ($remote->isDeleted() || in_array($known->status, TakeOver::ENDED, true)) {
            return;
        }
        if ($known->expires !== null && $remote->expires !== null && self::isApart($known->expires, $remote->expires)) {
            $flag(DifferenceKind::Expiry, $known->expires, $remote->expires);
        }
        if (!Period::isCovered($known->due, $remote->expires)) {
            $flag(DifferenceKind::NotCovered, (string) $known->due, (string) $remote->expires);
        }
        $there = $remote->fields[WhmcsSide::EMAIL] ?? '';
        if ($known->email !== '' && $there !== '' && mb_strtolower($known->email) !== mb_strtolower($there)) {
            $flag(DifferenceKind::Email, $known->email, $there);
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
    private function missing(WhmcsSide $side, Account $account, ?PriceList $prices, int $now): void
    {
        $left = self::LOOKED_UP;
        foreach ($side->untaken() as $orderId => $known) {
            if (in_array($known->status, TakeOver::ENDED, true)) {
                continue;
            }
            $orderId = (string) $orderId;
            $remote = $left-- > 0 ? $this->form($account, $known->id, $orderId) : null;
            if ($remote !== null) {
                $this->compare($known, $remote, $prices, $now);
                continue;
            }
            if (!$known->isHere && !$known->isLinked) {
                // Its order may be another account's.
                $known->isServed() && $this->flag(DifferenceKind::NotLinked, $known->serverId, $known->id, $orderId, $known->item, '', $now);
            } elseif (!$this->app->journal()->hasTouched($orderId, $now)) {
                $this->flag(DifferenceKind::OrderMissing, $known->serverId, $known->id, $orderId, $known->status, '', $now);
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

    private static function isApart(string $one, string $other): bool
    {
        return abs((int) strtotime("$one UTC") - (int) strtotime("$other UTC")) > self::DAY;
    }
}
