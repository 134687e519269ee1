<?php

/**
 * Who had an operation done, what was sent and what the account answered is kept without secrets, and forgotten in time. What may matter for money
 * is never forgotten.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Journal;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Journal\Calls;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\Retention;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\Actor;
use WHMCS\Database\Capsule;

final class CallsTest extends ModuleTest
{
    private const DAY = 86400;

    public function testTheRequestAndTheAnswerAreKeptWithoutSecrets(): void
    {
        $entry = $this->entry($this->orderedService());
        $call = (new Calls($this->clock))->of($entry);
        self::assertNotNull($call);
        self::assertSame(['addition.order.param', '55371', '1001'], [$call->function, $call->request['pricelist'], $call->request['item'] ?? '1001']);
        self::assertStringContainsString('812345', $call->answer);
        self::assertSame('done', $call->outcome);
        $kept = (string) Capsule::table('mod_ispmanagernoc_calls')->value('kept');
        foreach (['authinfo', self::PASSWORD, 'eu-partner', 'S3cret'] as $secret) {
            self::assertStringNotContainsString($secret, $kept);
        }
    }

    public function testARefusalIsKeptAsTheAccountSaidItAndALetterThatIsNoneHarmsNothing(): void
    {
        $this->account->answer('addition.order.param', Reply::received(200, "<doc><error type=\"value\"><msg>Ключ \xff 🔑</msg></error></doc>"));
        $service = $this->service();
        $this->whmcs->paidInvoice($service);
        try {
            $this->app->create()->run($this->record($service));
            self::fail('The account refused.');
        } catch (CommandFailed) {
        }
        self::assertStringContainsString('Ключ', (new Calls($this->clock))->of($this->entry($service))->answer ?? '');
        self::assertSame([], array_filter($this->whmcs->activityLog(), static fn (string $line): bool => str_contains($line, 'failed, reference')));
    }

    public function testWhoHadItDoneIsNoted(): void
    {
        self::assertSame('automation', $this->entry($this->orderedService())->fact('who'));
        $this->whmcs->actAsStaff();
        $who = Actor::parse($this->entry($this->orderedService())->fact('who'));
        self::assertSame(['staff', 'admin'], [$who?->kind, $who?->login()]);
        unset($_SESSION['adminid']);
        $_SESSION['uid'] = $this->record($this->service())->clientId;
        self::assertSame("client {$_SESSION['uid']}", (string) Actor::current());
    }

    public function testWhatIsOldIsForgottenAndWhatMovedMoneyNever(): void
    {
        $ordered = $this->orderedService();
        $kept = [$this->entry($ordered)->id];
        foreach (
            [
                [Operation::Create, State::NotPlaced, true, true],
                [Operation::Renew, State::Rejected, true, true],
                [Operation::Renew, State::Unknown, true, true],
                [Operation::ChangePeriod, State::NotPlaced, true, true],
                [Operation::Terminate, State::Done, true, true],
                [Operation::Create, State::NotPlaced, false, false],
                [Operation::Terminate, State::Rejected, true, false],
            ] as $number => [$operation, $state, $isSent, $isKept]
        ) {
            $entry = $this->closed("x:$number", $operation, $state, $isSent);
            $isKept ? $kept[] = $entry : null;
        }
        $this->clock->pause(360 * self::DAY);
        $this->closed('young', Operation::Terminate, State::Rejected, true);
        (new Retention($this->clock))->run();
        self::assertSame(9, Capsule::table('mod_ispmanagernoc_journal')->count(), 'nothing is as old as a year');
        self::assertNotNull((new Calls($this->clock))->of($this->entry($ordered)));

        $this->clock->pause(6 * self::DAY);
        (new Retention($this->clock))->run();
        $left = Capsule::table('mod_ispmanagernoc_journal')->orderBy('id')->pluck('id')->all();
        self::assertSame($kept, array_map(intval(...), array_slice($left, 0, -1)));
        self::assertNull((new Calls($this->clock))->of($this->entry($ordered)));
    }

    public function testManyAreForgottenInPortions(): void
    {
        $rows = array_map(static fn (int $id): array => ['entry_id' => $id, 'called_at' => 1, 'kept' => '{}'], range(1, 2500));
        $this->app->journal()->forService(1);
        foreach (array_chunk($rows, 200) as $chunk) {
            Capsule::table('mod_ispmanagernoc_calls')->insert($chunk);
        }
        (new Retention($this->clock))->run();
        self::assertSame(0, Capsule::table('mod_ispmanagernoc_calls')->count());
    }

    private function closed(string $key, Operation $operation, State $state, bool $isSent): int
    {
        $journal = $this->app->journal();
        $entry = $journal->claim($key, $operation, 1000 + strlen($key) + crc32($key) % 1000, $this->serverRecord(), '', null, []);
        self::assertNotNull($entry);
        $isSent ? $journal->markSent($entry) : null;
        match ($state) {
            State::Done => $journal->done($entry, '1', 'journal.deleted'),
            State::Unknown => $journal->unknown($entry),
            default => $journal->giveBack($entry, $state, 'journal.not-placed'),
        };
        return $entry->id;
    }

    private function entry(int $service): Entry
    {
        return $this->app->journal()->forService($service)[0];
    }
}
