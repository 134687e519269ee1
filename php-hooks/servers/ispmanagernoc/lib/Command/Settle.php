<?php

/**
 * The automation's part: at every run of WHMCS's cron it settles what is open, for a bounded time, and lets WHMCS finish the services
 * whose order or end turned up late.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
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

    public function __construct(private readonly App $app)
    {
    }

    /** @return int how many entries were settled */
    public function run(): int
    {
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $settled = 0;
        foreach ($this->app->journal()->allOpen(self::AT_MOST) as $entry) {
            if ($this->app->clock()->elapsed() >= $deadline) {
                break;
            }
            $settled += $this->settle($entry, $deadline) ? 1 : 0;
        }
        return $settled;
    }

    private function settle(Entry $entry, float $deadline): bool
    {
        try {
            $state = (new Settlement($this->app))->settle($entry, $deadline);
            match ($state) {
                State::Done => $this->finish($entry),
                State::NotPlaced => $this->tell($entry),
                default => null,
            };
            return !$state->isOpen();
        } catch (CommandFailed) {
            // The account did not answer; the entry waits for the next run.
            return false;
        } catch (Throwable $failure) {
            Reports::failure('Settle', $failure);
            return false;
        }
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
