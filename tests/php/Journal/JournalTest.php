<?php

/**
 * One claim wins, an entry is sent at most once, and what bought nothing gives its key back.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Journal;

use Illuminate\Database\QueryException;
use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Journal;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class JournalTest extends ModuleTest
{
    public function testOneOfTwoClaimsWins(): void
    {
        self::assertNotNull($this->claim('create:7:0'));
        self::assertNull($this->claim('create:7:0'));
    }

    public function testTwoOperationsOfOneServiceAreNotOpenAtATime(): void
    {
        $first = $this->claim('renew:7:invoice-1');
        self::assertNull($this->claim('renew:7:manual-x'));
        self::assertSame(['renew:7:invoice-1'], array_map(static fn (Entry $entry): string => $entry->key, $this->journal()->open(7)));
        self::assertNotNull($first);
        $this->journal()->giveBack($first, State::NotPlaced, 'journal.not-sent');
        self::assertNotNull($this->claim('renew:7:manual-x'));
    }

    public function testAnEntryIsMarkedAsSentOnceAndNotAfterItsClaimWasTakenAway(): void
    {
        $entry = $this->claimed();
        self::assertTrue($this->journal()->markSent($entry));
        self::assertFalse($this->journal()->markSent($entry));

        $other = $this->claimed('create:8:0', 8);
        $this->journal()->giveBack($other, State::NotPlaced, 'journal.never-sent');
        self::assertFalse($this->journal()->markSent($other));
    }

    public function testWhatBoughtNothingGivesItsKeyBackAndStaysInTheHistory(): void
    {
        $entry = $this->claimed();
        $this->journal()->markSent($entry);
        $this->journal()->giveBack($entry, State::Rejected, 'journal.rejected', ['text' => 'Нет']);
        self::assertNull($this->journal()->find('create:7:0'));
        self::assertNotNull($this->claim('create:7:0'));
        $history = $this->journal()->forService(7);
        self::assertSame([State::Claimed, State::Rejected], array_map(static fn (Entry $entry): State => $entry->state, $history));
        self::assertSame(['text' => 'Нет'], $history[1]->textValues);
    }

    public function testASuccessHoldsEvenWhenSomebodyThoughtOtherwise(): void
    {
        $entry = $this->claimed();
        $this->journal()->markSent($entry);
        $this->journal()->unknown($entry);
        $this->journal()->done($entry, '812345', 'journal.ordered', ['order' => '812345']);
        $this->journal()->unknown($entry);
        $this->journal()->giveBack($entry, State::NotPlaced, 'journal.not-placed');
        $stored = $this->journal()->find('create:7:0');
        self::assertSame([State::Done, '812345'], [$stored?->state, $stored?->orderId]);
    }

    public function testFactsAndCostComeBackAsTheyWere(): void
    {
        $entry = $this->claimed();
        self::assertSame('1001', $entry->fact('item'));
        self::assertSame([5, 6], array_values((array) $entry->facts['paid_before']));
        self::assertTrue($entry->cost?->equals(new Money(1000, 'EUR')));
        self::assertSame($this->clock->now(), $entry->at());
    }

    public function testTwoLooksAtTheSameMomentCountAsOne(): void
    {
        $entry = $this->claimed();
        $this->journal()->countEmptyLookup($entry);
        $this->journal()->countEmptyLookup($entry);
        self::assertSame(1, $this->journal()->get($entry->id)?->emptyLookups);
    }

    public function testAnEntryThatCouldNotBeLookedAtGoesBehindTheOthers(): void
    {
        $first = $this->claimed();
        $second = $this->claimed('create:8:0', 8);
        $this->journal()->putOff($first);
        self::assertSame([$second->id, $first->id], array_map(static fn (Entry $entry): int => $entry->id, $this->journal()->allOpen(9)));
    }

    public function testAFailureOfTheDatabaseIsNoLostClaim(): void
    {
        $this->journal()->forService(7);
        Capsule::connection()->statement("CREATE TRIGGER refuses BEFORE INSERT ON mod_ispmanagernoc_journal BEGIN SELECT RAISE(ABORT, 'no room'); END");
        $this->expectException(QueryException::class);
        $this->claim('create:7:0');
    }

    private function claimed(string $key = 'create:7:0', int $service = 7): Entry
    {
        $entry = $this->claim($key, $service);
        self::assertNotNull($entry);
        return $entry;
    }

    private function claim(string $key, int $service = 7): ?Entry
    {
        $facts = ['item' => '1001', 'paid_before' => [5, 6]];
        return $this->journal()->claim($key, Operation::Create, $service, $this->serverRecord(), '', new Money(1000, 'EUR'), $facts);
    }

    private function journal(): Journal
    {
        return $this->app->journal();
    }

    public function testWhatWasBoughtIsWrittenDownEvenWhenTheDatabaseLostTheRow(): void
    {
        $entry = $this->claimed();
        $this->journal()->markSent($entry);
        Capsule::table('mod_ispmanagernoc_journal')->delete();
        $this->journal()->done($entry, '812345', 'journal.ordered');
        self::assertSame(['812345', State::Done], [$this->journal()->find('create:7:0')?->orderId, $this->journal()->find('create:7:0')?->state]);
        self::assertNull($this->claim('create:7:0'));
    }

    public function testWhatTookEffectAfterItWasWrittenOffTakesItsKeyBackUnlessAnotherHasIt(): void
    {
        foreach ([false, true] as $isTaken) {
            $entry = $this->claimed('renew:7:invoice-' . (int) $isTaken);
            $this->journal()->markSent($entry);
            $this->journal()->giveBack($entry, State::NotPlaced, 'journal.not-placed');
            $other = $isTaken ? $this->claimed($entry->key) : null;
            $this->journal()->done($entry, '812345', 'journal.renewed');
            self::assertSame($other->id ?? $entry->id, $this->journal()->find($entry->key)?->id);
            self::assertSame(State::Done, $this->journal()->get($entry->id)?->state);
        }
    }
}
