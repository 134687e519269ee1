<?php

/**
 * Finds out what became of an operation whose outcome is not known, by asking the account and never by sending again. "It was not
 * placed" is concluded only after a quiet time and two looks, because an answer can be lost before the account writes the order down.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use Closure;
use IspmanagerNoc\Account\Account;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\OrderUnpaid;
use IspmanagerNoc\Exception\OutcomeUnknown;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Journal;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Settlement
{
    /** Longer than any call may take: whoever sent it is not waiting for its answer any more. */
    public const ABANDONED_SECONDS = 120;
    /** For what the account said that it did: it may only be slow to show it, and its word weighs more than a look. */
    private const DOUBTED_SECONDS = 86400;
    private const LOOKUPS = 2;
    private const BETWEEN_LOOKUPS_SECONDS = 60;

    private readonly Journal $journal;
    /** Whether the account that is asked may be another one than the one that was called: there, an absence means nothing. */
    private bool $isElsewhere = false;

    public function __construct(private readonly App $app)
    {
        $this->journal = $app->journal();
    }

    /**
     * Before a command does anything: no earlier operation on the service may be open.
     *
     * @throws CommandFailed when one cannot be settled yet
     */
    public function settleBefore(ServiceRecord $service): void
    {
        foreach ($this->journal->open($service->id) as $entry) {
            $state = $this->settle($entry);
            if ($state->isOpen()) {
                throw $this->why($this->journal->get($entry->id) ?? $entry);
            }
        }
    }

    /** @param float|null $deadline on the clock's elapsed() */
    public function settle(Entry $entry, ?float $deadline = null): State
    {
        $now = $this->app->clock()->now();
        if ($entry->state === State::Claimed && $now - $entry->createdAt > self::ABANDONED_SECONDS) {
            $this->journal->giveBack($entry, State::NotPlaced, 'journal.never-sent');
        } elseif ($entry->state === State::Sent && $now - $entry->sentAt > self::ABANDONED_SECONDS) {
            $this->journal->unknown($entry);
            $this->look($this->journal->get($entry->id) ?? $entry, $deadline);
        } elseif ($entry->state === State::Unknown || $entry->state === State::Unpaid) {
            $this->look($entry, $deadline);
        }
        $state = $this->journal->get($entry->id)?->state ?? $entry->state;
        if (!$state->isOpen()) {
            $this->app->differences()->forget($entry->serviceId, [DifferenceKind::Unsettled]);
        }
        return $state;
    }

    /**
     * An earlier order of this service was written off or refused; should it be there after all, it is taken instead of a second one.
     */
    public function adoptLateOrder(ServiceRecord $service, ServerRecord $server): bool
    {
        foreach ($this->writtenOff($service, $server) as $entry) {
            $lost = new LostOrder($this->app);
            $account = $this->app->account($server);
            $found = $lost->candidates($account, $entry);
            $found = array_values(array_filter($found, fn (RemoteService $order): bool => $this->isNew($service, $order)));
            if (count($found) > 1 || ($found !== [] && !$lost->reserve($entry, $found[0]))) {
                $this->journal->foundSeveral($entry, self::ids($found));
                throw new OutcomeUnknown('outcome.several', ['orders' => self::ids($found)]);
            }
            if ($found !== []) {
                $bill = self::billOf($found[0], $account);
                if ($bill !== null) {
                    $this->journal->foundUnpaid($entry, $bill);
                    throw new OrderUnpaid('outcome.unpaid', ['bill' => $bill]);
                }
                $this->journal->rankNewest($entry);
                $this->adopt($entry, $found[0]);
                return true;
            }
        }
        return false;
    }

    /** @return list<Entry> of several attempts at the same order the oldest: what it could have placed, all of them could */
    private function writtenOff(ServiceRecord $service, ServerRecord $server): array
    {
        $attempts = [];
        foreach ($this->journal->forService($service->id) as $entry) {
            $wasSent = $entry->operation === Operation::Create && $entry->sentAt > 0;
            if ($wasSent && in_array($entry->state, [State::NotPlaced, State::Rejected], true) && self::isOfAccount($entry, $server)) {
                $attempts[implode(' ', array_map($entry->fact(...), ['remote_id', 'tariff', 'item']))] = $entry;
            }
        }
        return array_values($attempts);
    }

    /** A record can be pointed at another account: there, the absence of an order means nothing. */
    private static function isOfAccount(Entry $entry, ServerRecord $server): bool
    {
        $account = $entry->fact('account');
        return $account === '' ? $entry->serverId === $server->id : $account === $server->fingerprint();
    }

    /** The login may have another name by now: an order that was placed under the former one, and is shown here, tells that it is the same. */
    private function isRenamed(Entry $entry, Account $account): bool
    {
        $known = $this->journal->placedIn($entry->fact('account'));
        return $known !== null && $account->form($known->fact('item_type'), $known->orderId) !== null;
    }

    private function isNew(ServiceRecord $service, RemoteService $order): bool
    {
        return !$order->isDeleted() && !$this->isTerminated($service->id, $order->id);
    }

    private function isTerminated(int $serviceId, string $orderId): bool
    {
        return $this->journal->find(Operation::terminateKey($serviceId, $orderId))?->state === State::Done;
    }

    private function look(Entry $entry, ?float $deadline): void
    {
        $server = $this->app->servers()->find($entry->serverId);
        if ($server === null) {
            $this->journal->explain($entry, 'journal.no-server');
            return;
        }
        if ($entry->fact('host') !== '' && $entry->fact('host') !== Host::name($server->hostname)) {
            $this->journal->explain($entry, 'journal.other-account', ['server' => $server->name]);
            return;
        }
        $account = $this->app->account($server, $deadline);
        $this->isElsewhere = !self::isOfAccount($entry, $server) && !$this->isRenamed($entry, $account);
        match ($entry->operation) {
            Operation::Create => $this->lookForOrder($entry, $account),
            Operation::Renew => $this->lookForRenewal($entry, $account),
            Operation::Terminate => $this->lookForEnd($entry, $account),
            Operation::ChangePeriod => $this->lookForPeriod($entry, $account),
            Operation::StopRenewal => $this->lookForStop($entry, $account),
        };
    }

    private function lookForOrder(Entry $entry, Account $account): void
    {
        $lost = new LostOrder($this->app);
        $found = $lost->candidates($account, $entry);
        $linked = $this->linkedOrder($entry);
        $chosen = array_values(array_filter($found, static fn (RemoteService $order): bool => $order->id === $linked));
        $found = $chosen !== [] ? $chosen : $found;
        $isOtherLinked = $found !== [] && $chosen === [] && $linked !== '';
        if (count($found) > 1 || $isOtherLinked || ($found !== [] && !$lost->reserve($entry, $found[0], $chosen !== []))) {
            $this->journal->explain($entry, 'journal.several', ['orders' => self::ids($found)]);
            return;
        }
        $order = $found[0] ?? null;
        $isUnpaid = $entry->state === State::Unpaid;
        $bill = $order === null || $isUnpaid ? null : self::billOf($order, $account);
        if ($bill !== null) {
            $this->journal->unpaid($entry, 'journal.unpaid', ['bill' => $bill]);
            return;
        }
        if ($order !== null && !($isUnpaid && ($order->isDeleted() || $this->waitsForPayment($entry, $order, $account)))) {
            $this->adopt($entry, $order);
            return;
        }
        if ($isUnpaid && $account->isInBasket($entry->fact('bill'))) {
            $this->journal->unpaid($entry, 'journal.unpaid', ['bill' => $entry->fact('bill')]);
            return;
        }
        $this->countEmpty($entry, fn (): array => $lost->ended($account, $entry));
    }

    /** The order that a person may have written into the service's field meanwhile; nothing is put in its place but of one that was ended. */
    private function linkedOrder(Entry $entry): string
    {
        $service = $this->app->services()->find($entry->serviceId);
        $written = $service === null ? '' : trim($this->app->fields()->read($service)['order_id'] ?? '');
        return $this->isTerminated($entry->serviceId, $written) ? '' : $written;
    }

    /** The payment for which an order that was found waits in the basket; null when it is paid, or when the account does not tell. */
    private static function billOf(RemoteService $order, Account $account): ?string
    {
        return $order->isActive() ? null : $account->unpaid()?->billOf($order->id);
    }

    private function waitsForPayment(Entry $entry, RemoteService $order, Account $account): bool
    {
        return !$order->isActive() && $account->isInBasket($entry->fact('bill'));
    }

    private function lookForRenewal(Entry $entry, Account $account): void
    {
        $remote = $account->service($entry->fact('item_type'), $entry->orderId);
        $expires = $remote?->expires;
        // While its payment waits, the date was moved by something else.
        $isWaiting = static fn (): bool => $entry->state === State::Unpaid && $account->unpaid()?->holds($entry->fact('bill')) === true;
        if (Renewals::hasMoved($entry, $expires) && !$isWaiting()) {
            $this->journal->done($entry, $entry->orderId, 'journal.renewed', ['date' => (string) $expires]);
            return;
        }
        if ($remote !== null && $remote->isProcessing()) {
            $this->journal->explain($entry, 'journal.processing', ['order' => $entry->orderId]);
            return;
        }
        $bill = $entry->state === State::Unpaid ? null : $account->unpaid()?->billOf($entry->orderId);
        if ($bill !== null) {
            $this->journal->unpaid($entry, 'journal.unpaid', ['bill' => $bill]);
        } elseif ($entry->state === State::Unpaid && $account->isInBasket($entry->fact('bill'))) {
            $this->journal->unpaid($entry, 'journal.unpaid', ['bill' => $entry->fact('bill')]);
        } elseif ($expires === null) {
            $this->journal->explain($entry, 'journal.order-missing', ['order' => $entry->orderId]);
        } else {
            $this->countEmpty($entry);
        }
    }

    private function lookForEnd(Entry $entry, Account $account): void
    {
        $remote = $account->service($entry->fact('item_type'), $entry->orderId);
        if ($remote === null || $remote->isDeleted()) {
            $this->journal->done($entry, $entry->orderId, 'journal.deleted', ['order' => $entry->orderId]);
            return;
        }
        if ($remote->isProcessing()) {
            $this->journal->explain($entry, 'journal.processing', ['order' => $entry->orderId]);
            return;
        }
        $this->countEmpty($entry);
    }

    private function lookForPeriod(Entry $entry, Account $account): void
    {
        if ($account->service($entry->fact('item_type'), $entry->orderId)?->autoRenewal === $entry->fact('months')) {
            (new PeriodChange($this->app))->apply($entry);
            return;
        }
        $this->countEmpty($entry);
    }

    private function lookForStop(Entry $entry, Account $account): void
    {
        $form = $account->form($entry->fact('item_type'), $entry->orderId);
        if ($form !== null && RenewalStop::isTaken($form)) {
            (new RenewalStop($this->app))->done($entry);
            return;
        }
        $this->countEmpty($entry);
        if ($this->journal->get($entry->id)?->state === State::NotPlaced) {
            (new RenewalStop($this->app))->failed($entry);
        }
    }

    private function adopt(Entry $entry, RemoteService $order): void
    {
        $this->journal->done($entry, $order->id, 'journal.adopted', ['order' => $order->id]);
        $this->app->differences()->forgetOrder($order->id);
        $service = $this->app->services()->find($entry->serviceId);
        if ($service !== null) {
            $this->app->fields()->write($service, ['order_id' => $order->id]);
        }
    }

    /** @param (Closure(): list<string>)|null $ended orders that may have been placed and are over */
    private function countEmpty(Entry $entry, ?Closure $ended = null): void
    {
        if ($this->isElsewhere) {
            $this->journal->explain($entry, 'journal.other-account', ['server' => (string) $this->app->servers()->find($entry->serverId)?->name]);
            return;
        }
        $now = $this->app->clock()->now();
        $counts = $entry->emptyLookups === 0 || $now - $entry->lookedAt >= self::BETWEEN_LOOKUPS_SECONDS;
        if ($counts) {
            $this->journal->countEmptyLookup($entry);
        }
        $looks = $entry->emptyLookups + ($counts ? 1 : 0);
        // What waited for its payment was paid or dropped a moment before it was missed for the first time, and not when it was sent.
        $since = $entry->state === State::Unpaid ? (int) ($entry->fact('missed_at') ?: $now) : $entry->sentAt;
        if ($now - $since >= self::quietSeconds($entry) && $looks >= self::LOOKUPS) {
            $this->writeOff($entry, $ended === null ? [] : $ended());
        }
    }

    /** @param list<string> $ended */
    private function writeOff(Entry $entry, array $ended): void
    {
        $contested = $entry->textKey === 'journal.several' ? $this->ownerless($entry) : [];
        $lapsed = array_unique([...$contested, ...$ended]);
        match (true) {
            $lapsed !== [] => $this->journal->giveBack($entry, State::NotPlaced, 'journal.lapsed', ['orders' => implode(', ', $lapsed)]),
            $entry->textKey === 'journal.unclear' =>
                $this->journal->giveBack($entry, State::NotPlaced, 'journal.refused-after-all', $entry->textValues),
            default => $this->journal->giveBack($entry, State::NotPlaced, 'journal.not-placed'),
        };
    }

    /** @return list<string> the orders of which a person was to choose, without those that other services have by now */
    private function ownerless(Entry $entry): array
    {
        $owners = new Owners($this->app, $entry->serverId);
        $isOwnerless = static fn (string $order): bool => !$owners->isOfOther($order, $entry->serviceId);
        return array_values(array_filter(explode(', ', (string) ($entry->textValues['orders'] ?? '')), $isOwnerless));
    }

    /** @return int seconds */
    public static function quietTime(): int
    {
        return NumberSetting::QuietMinutes->get() * 60;
    }

    private static function quietSeconds(Entry $entry): int
    {
        return match (true) {
            // To send it again does no harm, and the service's end must not wait for it.
            $entry->operation === Operation::StopRenewal => 0,
            $entry->textKey === 'journal.not-shown' => self::DOUBTED_SECONDS,
            default => self::quietTime(),
        };
    }

    private function why(Entry $entry): CommandFailed
    {
        $minutes = (int) ceil(max(60, self::quietSeconds($entry) - ($this->app->clock()->now() - $entry->sentAt)) / 60);
        return match (true) {
            $entry->textKey === 'journal.several' => new OutcomeUnknown('outcome.several', $entry->textValues),
            $entry->textKey === 'journal.unclear' => new OutcomeUnknown('outcome.unclear', $entry->textValues),
            $entry->state === State::Unpaid => new OrderUnpaid('outcome.unpaid', ['bill' => $entry->fact('bill')]),
            $entry->state === State::Unknown => new OutcomeUnknown('outcome.settling', ['minutes' => $minutes]),
            default => new Refused('refused.busy'),
        };
    }

    /** @param list<RemoteService> $orders */
    private static function ids(array $orders): string
    {
        return implode(', ', array_map(static fn (RemoteService $order): string => $order->id, $orders));
    }
}
