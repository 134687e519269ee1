<?php

/**
 * The journal of the addon's page: all services, filtered, in pages, and as CSV.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;

final class JournalTabTest extends PartnerPage
{
    private int $first;
    private int $second;

    protected function setUp(): void
    {
        parent::setUp();
        $this->first = $this->orderedService();
        $this->clock->pause(86400 * 10);
        $this->second = $this->service();
        $entry = $this->app->journal()->claim("create:$this->second:0", Operation::Create, $this->second, $this->serverRecord(), '', null, []);
        self::assertNotNull($entry);
        $this->app->journal()->giveBack($entry, State::Rejected, 'journal.rejected', ['text' => '<b>no money</b>']);
        $this->account->requests = [];
    }

    protected function tearDown(): void
    {
        self::assertSame([], $this->account->requests, 'The page asked the account.');
        parent::tearDown();
    }

    public function testItShowsEveryOperationTheNewestFirst(): void
    {
        $page = $this->page(['page' => 'journal']);
        self::assertSame(["#$this->second", "#$this->first"], $this->rows($page));
        $text = $this->text($page);
        foreach (['Order', 'Done', 'Refused', '10.00 EUR', 'EU', 'Page 1 of 1, 2 in all.'] as $expected) {
            self::assertStringContainsString($expected, $text);
        }
        self::assertStringContainsString("clientsservices.php?userid={$this->record($this->first)->clientId}&amp;id=$this->first", $page);
        self::assertStringNotContainsString('<b>no money', $page);
    }

    public function testEachFilterLeavesWhatItNames(): void
    {
        $day = static fn (int $seconds): string => date('Y-m-d', $seconds);
        $now = $this->clock->now();
        $both = ["#$this->second", "#$this->first"];
        foreach (
            [
                [['service' => $this->first], ["#$this->first"]],
                [['service' => 'first'], $both],
                [['client' => $this->record($this->first)->clientId], ["#$this->first"]],
                [['client' => 999], []],
                [['state' => 'done'], ["#$this->first"]],
                [['state' => 'no-state'], $both],
                [['operation' => 'create'], $both],
                [['operation' => 'renew'], []],
                [['from' => $day($now - 86400)], ["#$this->second"]],
                [['to' => $day($now - 86400)], ["#$this->first"]],
                [['from' => '2026-02-31'], $both],
                [['state' => 'rejected', 'from' => $day($now), 'to' => $day($now)], ["#$this->second"]],
            ] as [$filter, $expected]
        ) {
            $_GET = [];
            self::assertSame($expected, $this->rows($this->page(['page' => 'journal'] + $filter)), json_encode($filter));
        }
        self::assertStringContainsString('No operation matches', $this->page(['page' => 'journal', 'operation' => 'renew']));
    }

    public function testALongJournalComesInPagesThatKeepTheFilter(): void
    {
        for ($number = 1; $number <= 60; $number += 1) {
            $entry = $this->app->journal()->claim("x:$number", Operation::Renew, 1000 + $number, $this->serverRecord(), '', null, []);
            self::assertNotNull($entry);
        }
        $first = $this->page(['page' => 'journal', 'operation' => 'renew']);
        self::assertCount(50, $this->rows($first));
        self::assertSame('#1060', $this->rows($first)[0]);
        self::assertStringContainsString('p=2&amp;page=journal&amp;operation=renew', $first);
        $_GET = [];
        $second = $this->page(['page' => 'journal', 'operation' => 'renew', 'p' => '2']);
        self::assertSame(['#1010', '#1001'], [$this->rows($second)[0], $this->rows($second)[9]]);
        // A page that is no longer there is the last one.
        self::assertSame($this->rows($second), $this->rows($this->page(['p' => '99'])));
        self::assertCount(1 + 60, explode("\r\n", trim($this->csv(['page' => 'journal', 'operation' => 'renew', 'p' => '2']))));
    }

    public function testAnEntryShowsWhoAndWhatWasSentAndAnswered(): void
    {
        $done = $this->app->journal()->forService($this->first)[0];
        $html = $this->page(['page' => 'journal', 'state' => 'done']);
        self::assertStringContainsString("entry=$done->id", $html);
        $text = $this->text($this->page(['entry' => $done->id]));
        foreach (['Staff: admin', 'func=addition.order.param', 'pricelist=55371', 'Answer of the account', '812345', '10.00 EUR'] as $expected) {
            self::assertStringContainsString($expected, $text);
        }
        self::assertStringContainsString('page=journal&amp;state=done', $this->page(), 'the way back keeps the filter');
        $refused = $this->app->journal()->forService($this->second)[0];
        self::assertStringContainsString('Nothing was sent for this entry', $this->page(['entry' => $refused->id]));
        self::assertStringNotContainsString('<b>no money', $this->page());
        self::assertCount(1, $this->rows($this->page(['entry' => 999])), 'one that is not there leaves the list');
    }

    public function testTheCsvSaysWhoseServiceItWasAndWhatCameOfIt(): void
    {
        $lines = explode("\r\n", trim($this->csv(['page' => 'journal'])));
        self::assertCount(3, $lines);
        self::assertStringContainsString('"Service","Began","Operation","State","Cost","Order","Server","Who","What came of it","Client ID"', $lines[0]);
        self::assertStringContainsString('"Done","10.00 EUR"', $lines[2]);
        self::assertStringEndsWith('"' . $this->record($this->first)->clientId . '"', $lines[2]);
    }
}
