<?php

/**
 * The automation's part: at every run of WHMCS's cron it settles what is open, for a bounded time, lets WHMCS finish the services
 * whose order or end turned up late, and takes over keys that had not come when the order was placed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\LiveOrder;
use IspmanagerNoc\Command\Step\Settlement;
use IspmanagerNoc\Command\Step\TakeOver;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class Settle
{
    private const SECONDS = 20;
    private const AT_MOST = 200;
    /** An order whose key did not come for so long is a person's matter. */
    private const FOLLOWED_SECONDS = 3 * 86400;

    /** @var array<int, true> server records whose account gave no answer in this run: each is asked in vain once */
    private array $silent = [];
    /** @var list<Entry> orders that this run found in the account */
    private array $turnedUp = [];

    public function __construct(private readonly App $app)
    {
    }

    /** @return int how many entries were settled */
    public function run(): int
    {
        $now = $this->app->clock()->now();
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $journal = $this->app->journal();
        $placed = $journal->unfinished($now - self::FOLLOWED_SECONDS, $now - Settlement::ABANDONED_SECONDS, self::AT_MOST);
        $settled = 0;
        $this->app->unattended(function () use ($journal, $placed, $deadline, &$settled): void {
            $settled = $this->each($journal->allOpen(self::AT_MOST), $deadline, $this->settle(...));
            $this->each([...$this->turnedUp, ...$placed], $deadline, $this->follow(...));
        }, $deadline);
        return $settled;
    }

    /**
     * The same for one service, because a person asks: what keeps it from being settled is told and not waited out.
     *
     * @param float $deadline on the clock's elapsed()
     * @return list<Entry> what it had open, as it is now
     * @throws CommandFailed
     */
    public function ofService(int $serviceId, float $deadline): array
    {
        $journal = $this->app->journal();
        $open = $journal->open($serviceId);
        $this->app->readingUntil($deadline, function () use ($open, $deadline): void {
            foreach ($open as $entry) {
                try {
                    $this->settle($entry, $deadline);
                } catch (CommandFailed $failure) {
                    $this->putOff($entry, $failure);
                    throw $failure;
                }
            }
            $this->each($this->turnedUp, $deadline, $this->follow(...));
        });
        return array_map(static fn (Entry $entry): Entry => $journal->get($entry->id) ?? $entry, $open);
    }

    /**
     * @param list<Entry> $entries
     * @param Closure(Entry, float): bool $step
     * @return int for how many the step was the last one
     */
    private function each(array $entries, float $deadline, Closure $step): int
    {
        $ended = 0;
        foreach ($entries as $entry) {
            if ($this->app->clock()->elapsed() >= $deadline) {
                break;
            }
            if (isset($this->silent[$entry->serverId])) {
                $this->app->journal()->putOff($entry);
                continue;
            }
            try {
                $ended += $step($entry, $deadline) ? 1 : 0;
            } catch (CommandFailed $failure) {
                $this->putOff($entry, $failure);
            } catch (Throwable $failure) {
                $this->app->journal()->putOff($entry);
                Reports::failure('Settle', $failure);
            }
        }
        return $ended;
    }

    /** An account that is down, or refuses the login, is asked nothing more in this run. */
    private function putOff(Entry $entry, CommandFailed $failure): void
    {
        $isRefusal = $failure instanceof Rejected;
        if ($isRefusal && $failure->rejection->type !== 'auth') {
            // It is about this entry alone and must not keep the others waiting.
            $this->app->journal()->explain($entry, 'journal.look-refused', ['text' => $failure->rejection->message]);
            return;
        }
        $this->app->journal()->putOff($entry);
        if ($isRefusal || $failure instanceof AccountDown) {
            $this->silent[$entry->serverId] = true;
        }
    }

    private function settle(Entry $entry, float $deadline): bool
    {
        $state = (new Settlement($this->app))->settle($entry, $deadline);
        match (true) {
            // WHMCS may wait for the key of a new order; that comes after all have been asked about.
            $state === State::Done && $entry->operation === Operation::Create
                => $this->turnedUp[] = $this->app->journal()->get($entry->id) ?? $entry,
            $state === State::Done => $this->finish($entry),
            // Of an order that goes on renewing staff are told more than that, and nothing while it is tried again at once.
            $state === State::NotPlaced && $entry->operation !== Operation::StopRenewal => $this->tell($entry),
            default => null,
        };
        return !$state->isOpen();
    }

    /** The order is certain, but its process ended before WHMCS heard of it, or its key had not come within the wait. */
    private function follow(Entry $entry, float $deadline): bool
    {
        $service = $this->app->services()->find($entry->serviceId);
        $isLive = $service !== null && (new LiveOrder($this->app))->of($service) === $entry->orderId;
        if ($isLive && $service->status === 'Pending') {
            $this->finish($entry);
            return false;
        }
        if ($isLive) {
            $this->app->fields()->write($service, ['order_id' => $entry->orderId]);
        }
        if ($isLive && !(new TakeOver($this->app))->look($service, $entry->orderId, $deadline)) {
            return false;
        }
        $this->app->journal()->finish($entry);
        return true;
    }

    /** Nothing is sent again by itself: staff see in the log that they may press Retry. */
    private function tell(Entry $entry): void
    {
        $closed = $this->app->journal()->get($entry->id) ?? $entry;
        $texts = Texts::current();
        Reports::note("#$entry->serviceId: {$texts->get("operation.{$closed->operation->value}")}. {$texts->get($closed->textKey)}");
    }

    /** WHMCS does the rest its own way: status, e-mail, hooks. The command finds its work done and sends nothing. */
    private function finish(Entry $entry): void
    {
        $service = $this->app->services()->find($entry->serviceId);
        if ($service === null) {
            return;
        }
        $failure = match (true) {
            $entry->operation === Operation::Create && $service->status === 'Pending'
                => $this->app->moduleCommands()->create($service->id),
            $entry->operation === Operation::Terminate && !in_array($service->status, ['Terminated', 'Cancelled'], true)
                => $this->app->moduleCommands()->terminate($service->id),
            default => null,
        };
        if ($failure !== null) {
            Reports::note("#$service->id: $failure", $service->clientId);
        }
    }
}
