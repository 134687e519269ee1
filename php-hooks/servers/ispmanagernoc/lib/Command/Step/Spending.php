<?php

/**
 * The one way in which an operation that spends is carried out: claim, mark as sent, call, save what came of it, and only then speak.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use Closure;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\OutcomeKind;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\OrderUnpaid;
use IspmanagerNoc\Exception\OutcomeUnknown;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Calls;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Journal;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Whmcs\Reports;
use LogicException;
use Throwable;

final class Spending
{
    private readonly Journal $journal;
    private readonly Calls $calls;
    private readonly Settlement $settlement;

    public function __construct(App $app)
    {
        $this->journal = $app->journal();
        $this->calls = new Calls($app->clock());
        $this->settlement = new Settlement($app);
    }

    /**
     * @param Entry|null $claimed as Journal::claim() gave it
     * @param Closure(Closure(Outcome): void): Outcome $call makes the call and hands the outcome to the closure it is given, first of all
     * @param Closure(Entry, Outcome): void $done saves a success, in the journal first
     */
    public function carryOut(?Entry $claimed, Closure $call, Closure $done): void
    {
        if ($claimed === null || !$this->journal->markSent($claimed)) {
            throw new Refused('refused.busy');
        }
        // Whoever closes the page meanwhile must not end the process between the call and the saving of its outcome.
        ignore_user_abort(true);
        $outcome = $call(fn (Outcome $outcome) => $this->save($claimed, $outcome, $done));
        $this->keep($claimed, $outcome);
        match ($outcome->kind) {
            OutcomeKind::Done => null,
            OutcomeKind::NotSent => throw new AccountDown('account.not-sent'),
            OutcomeKind::Rejected => throw Rejected::by($outcome->rejection ?? throw new LogicException('Nothing says why it is rejected')),
            OutcomeKind::Unknown => $this->clearUp($claimed, self::doubtAbout($outcome)),
        };
    }

    private static function doubtAbout(Outcome $outcome): OutcomeUnknown
    {
        $bill = $outcome->unpaidOrder();
        return match (true) {
            $bill !== null => throw new OrderUnpaid('outcome.unpaid', ['bill' => $bill]),
            $outcome->rejection !== null => new OutcomeUnknown('outcome.unclear', ['text' => $outcome->rejection->message]),
            default => new OutcomeUnknown('outcome.unknown'),
        };
    }

    /** The account said that it did it, and does not show that it did. */
    public function doubt(Entry $entry): void
    {
        $this->journal->reopen($entry);
        $this->clearUp($entry, new OutcomeUnknown('outcome.not-shown'));
    }

    /** The account may be able to tell at once. Where it is not, a failure to ask it must not hide that something was sent. */
    private function clearUp(Entry $entry, OutcomeUnknown $doubt): void
    {
        try {
            $state = $this->settlement->settle($this->journal->get($entry->id) ?? $entry);
        } catch (CommandFailed) {
            $state = State::Unknown;
        }
        match ($state) {
            State::Done => null,
            State::Unpaid => throw new OrderUnpaid('outcome.unpaid', ['bill' => (string) $this->journal->get($entry->id)?->fact('bill')]),
            default => throw $doubt,
        };
    }

    /** For people who look into the journal. The outcome is saved by then: nothing may hide it. */
    private function keep(Entry $entry, Outcome $outcome): void
    {
        try {
            $outcome->call === null || $this->calls->keep($entry, $outcome->call);
        } catch (Throwable $failure) {
            Reports::failure('keeping of a call', $failure);
        }
    }

    /** @param Closure(Entry, Outcome): void $done */
    private function save(Entry $entry, Outcome $outcome, Closure $done): void
    {
        $bill = $outcome->unpaidOrder();
        match ($outcome->kind) {
            OutcomeKind::Done => $done($entry, $outcome),
            OutcomeKind::NotSent => $this->journal->neverSent($entry),
            OutcomeKind::Rejected => $this->journal->giveBack(
                $entry,
                State::Rejected,
                'journal.rejected',
                ['text' => $outcome->rejection?->message ?? '']
            ),
            OutcomeKind::Unknown => $bill === null
                ? $this->journal->unknown($entry, $outcome->rejection->message ?? '')
                : $this->journal->unpaid($entry, 'journal.unpaid', ['bill' => $bill]),
        };
    }
}
