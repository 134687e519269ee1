<?php

/**
 * The one way in which an operation that spends is carried out: claim, mark as sent, call, save what came of it, and only then speak.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use Closure;
use IspmanagerNoc\Account\Outcome;
use IspmanagerNoc\Account\OutcomeKind;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\AccountDown;
use IspmanagerNoc\Exception\OrderUnpaid;
use IspmanagerNoc\Exception\OutcomeUnknown;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Exception\Rejected;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Journal;
use IspmanagerNoc\Journal\State;

final class Spending
{
    private readonly Journal $journal;

    public function __construct(App $app)
    {
        $this->journal = $app->journal();
    }

    /**
     * @param Entry|null $claimed as Journal::claim() gave it
     * @param Closure(Closure(Outcome): void): Outcome $call makes the call and hands the outcome to the closure it is given, first of all
     * @param Closure(Outcome): void $done saves a success, in the journal first
     */
    public function carryOut(?Entry $claimed, Closure $call, Closure $done): Outcome
    {
        if ($claimed === null || !$this->journal->markSent($claimed)) {
            throw new Refused('refused.busy');
        }
        // Whoever closes the page meanwhile must not end the process between the call and the saving of its outcome.
        ignore_user_abort(true);
        $outcome = $call(fn (Outcome $outcome) => $this->save($claimed, $outcome, $done));
        return match ($outcome->kind) {
            OutcomeKind::Done => $outcome,
            OutcomeKind::NotSent => throw new AccountDown('account.not-sent'),
            OutcomeKind::Rejected => throw $outcome->rejection === null
                ? new OutcomeUnknown('outcome.unknown')
                : Rejected::by($outcome->rejection),
            OutcomeKind::Unknown => throw $outcome->unpaidOrder() === null
                ? new OutcomeUnknown('outcome.unknown')
                : new OrderUnpaid('outcome.unpaid', ['bill' => $outcome->unpaidOrder()]),
        };
    }

    /** @param Closure(Outcome): void $done */
    private function save(Entry $entry, Outcome $outcome, Closure $done): void
    {
        match ($outcome->kind) {
            OutcomeKind::Done => $done($outcome),
            OutcomeKind::NotSent => $this->journal->giveBack($entry, State::NotPlaced, 'journal.not-sent'),
            OutcomeKind::Rejected => $this->journal->giveBack(
                $entry,
                State::Rejected,
                'journal.rejected',
                ['text' => $outcome->rejection?->message ?? '']
            ),
            OutcomeKind::Unknown => $outcome->unpaidOrder() === null
                ? $this->journal->unknown($entry)
                : $this->journal->unpaid($entry, 'journal.unpaid', ['bill' => $outcome->unpaidOrder()]),
        };
    }
}
