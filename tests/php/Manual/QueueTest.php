<?php

/**
 * The module queue: what the automation could not do stands there in words, and Retry is safe whatever came of the first attempt.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Account\Reply;
use Standin\Automation\Cron;
use Standin\Module\Queue;
use WHMCS\Database\Capsule;

final class QueueTest extends ShopTest
{
    public function testAnOrderThatNeverLeftIsPlacedByRetryOnce(): void
    {
        $this->orders->isDown();
        [$service] = $this->order();
        $this->pay();
        self::assertStringContainsString('Nothing was sent', $this->queue()['Create']);
        self::assertStringContainsString('Automation failed: Create', implode('', Capsule::table('tblemails')->pluck('subject')->all()));

        $this->orders->open();
        $this->app->breaker()->succeeded($this->server);
        self::assertSame('success', Queue::retry(1));
        self::assertSame(['Active', 1, []], [$this->status($service), count($this->orders->orders()), $this->queue()]);
        self::assertSame('This entry is not open any more', Queue::retry(1));
    }

    public function testAnOrderWhoseAnswerWasLostIsFoundByRetryAndNotPlacedAgain(): void
    {
        $this->orders->takesAndFallsSilent('addition.order.param');
        [$service] = $this->order();
        $this->pay();
        self::assertSame(['Pending', 1], [$this->status($service), count($this->orders->orders())]);
        self::assertStringContainsString('never sends it twice', $this->queue()['Create']);

        $this->orders->open();
        self::assertSame('success', Queue::retry(1));
        self::assertSame(['Active', 1, []], [$this->status($service), count($this->orders->orders()), $this->queue()]);
        self::assertCount(1, $this->spent());
    }

    public function testRetryBeforeTheOutcomeIsKnownSendsNothing(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        [$service] = $this->order();
        $this->pay();
        foreach ([1, 2, 3] as $ignored) {
            self::assertStringContainsString('still being cleared up', Queue::retry(1));
        }
        self::assertCount(1, $this->spent());

        $this->orders->open();
        $this->quietTimePasses();
        self::assertSame('success', Queue::retry(1));
        self::assertSame(['Active', 1], [$this->status($service), count($this->orders->orders())]);
        self::assertCount(2, $this->spent());
    }

    public function testWhatTheAutomationHasFinishedMeanwhileIsASuccessForRetry(): void
    {
        $this->orders->takesAndFallsSilent('addition.order.param');
        [$service] = $this->order();
        $this->pay();
        $this->orders->open();
        Cron::run();
        self::assertSame('Active', $this->status($service));
        self::assertSame('success', Queue::retry(1));
        self::assertSame([1, 1, []], [count($this->orders->orders()), count($this->spent()), $this->queue()]);
    }

    public function testARefusalIsCorrectedAndRetried(): void
    {
        [$service] = $this->order('monthly', 1, ['item' => 'abc']);
        $this->pay();
        self::assertStringContainsString('is not the ID of an ispmanager license', $this->queue()['Create']);
        $this->whmcs->setCustomField($service, 'item', '1002');
        self::assertSame('success', Queue::retry(1));
        self::assertSame(['1002'], $this->orders->column('item'));
    }

    public function testARenewalThatFailedIsMadeByRetryOnce(): void
    {
        $service = $this->bought();
        $this->orders->isDown();
        $this->cron('2026-12-20');
        $this->pay();
        self::assertSame(['2027-01-01'], $this->orders->column('expiredate'));
        self::assertArrayHasKey('Renew', $this->queue());
        self::assertSame('2027-02-01', $this->due($service), 'WHMCS has moved its date all the same');

        $this->orders->open();
        $this->app->breaker()->succeeded($this->server);
        foreach (['success', 'This entry is not open any more'] as $answer) {
            self::assertSame($answer, Queue::retry($this->entry('Renew')));
        }
        self::assertSame(['2027-02-01'], $this->orders->column('expiredate'));
        self::assertSame([], $this->queue());
    }

    public function testARenewalWhoseAnswerWasLostIsNotMadeTwiceByRetry(): void
    {
        $this->bought();
        $this->orders->takesAndFallsSilent('service.prolong');
        $this->cron('2026-12-20');
        $this->pay();
        self::assertStringContainsString('never sends it twice', $this->queue()['Renew']);
        $this->orders->open();
        self::assertSame('success', Queue::retry($this->entry('Renew')));
        self::assertSame(['2027-02-01'], $this->orders->column('expiredate'));
        self::assertSame(1, count(array_keys($this->spent(), 'service.prolong', true)));
    }

    private function entry(string $action): int
    {
        return (int) Capsule::table('tblmodulequeue')->where('module_action', $action)->max('id');
    }
}
