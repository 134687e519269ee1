<?php

/**
 * Staff are warned once when an account falls below the chosen sum, by e-mail and on the dashboard, and never because of an old figure.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Funds;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Page\Partner\AccountsTab;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Texts;
use WHMCS\Database\Capsule;

final class LowBalanceTest extends ModuleTest
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->app->refreshPrices($this->serverRecord());
        $this->funds()->setThreshold(5000);
    }

    public function testOneEmailGoesOutWhenItFallsAndTheNextOnlyAfterItHasRecovered(): void
    {
        $this->balance('60.00');
        $this->cron();
        self::assertSame([], $this->emails());
        $this->balance('49.99');
        $this->cron();
        $this->cron();
        self::assertSame(['EU: 49.99 EUR left in the ispmanager account'], $this->emails());
        $message = (string) Capsule::table('tblemails')->value('message');
        self::assertStringContainsString('less than the 50.00 EUR that you chose', $message);
        self::assertStringNotContainsString('eu-partner', $message);
        $tab = (new AccountsTab($this->app, Texts::in('en'), new Address([])))->html(null);
        self::assertStringContainsString('has less than 50.00 EUR', $tab);
        $this->balance('80.00');
        $this->cron();
        $this->balance('10.00');
        $this->cron();
        self::assertCount(2, $this->emails());
    }

    public function testARecoveredAccountIsNoticedWithinAnHour(): void
    {
        $this->balance('10.00');
        $this->cron();
        $this->account->answer('subaccount', $this->answer('5000.00'));
        $this->account->requests = [];
        for ($minutes = 0; $minutes < 60; $minutes += 5) {
            $this->cron();
        }
        self::assertFalse($this->funds()->isLow());
        self::assertCount(1, $this->account->requests);
        $this->balance('5.00');
        $this->cron();
        self::assertCount(2, $this->emails());
    }

    public function testAnOldFigureIsAskedForOnceMoreBeforeAnybodyIsWarned(): void
    {
        $this->balance('60.00');
        $this->clock->pause(1);
        $this->orderedService();
        $this->orderedService();
        $this->account->requests = [];
        self::assertTrue($this->funds()->isLow(), '20.00 were spent since');
        $this->account->answer('subaccount', $this->answer('240.00'));
        $this->cron();
        self::assertSame([], $this->emails());
        self::assertFalse($this->funds()->isLow());
        self::assertCount(1, $this->account->requests);
        $this->cron();
        self::assertCount(1, $this->account->requests, 'as long as nothing is below, no account is asked');
    }

    public function testAnAccountThatIsDownIsAskedAgainByTheNextRun(): void
    {
        $this->balance('10.00');
        $this->account->answer('subaccount', Reply::notSent('no route'));
        $this->cron();
        self::assertSame([], $this->emails());
        $this->account->answer('subaccount', $this->answer('10.00'));
        $this->cron();
        self::assertCount(1, $this->emails());
    }

    public function testWithoutAChosenSumNobodyIsWarnedAndNothingIsAsked(): void
    {
        $this->balance('0.01');
        $this->funds()->setThreshold(0);
        $this->account->requests = [];
        $this->cron();
        self::assertSame([[], []], [$this->emails(), $this->account->requests]);
    }

    public function testTheDailyRunAsksForTheBalance(): void
    {
        $this->account->answer('subaccount', $this->answer('12.34'));
        Hook::named('DailyRun')([]);
        self::assertSame('12.34 EUR', (string) $this->funds()->balance()?->money);
    }

    private function balance(string $amount): void
    {
        $this->account->answer('subaccount', $this->answer($amount));
        $this->funds()->ask();
    }

    private function answer(string $amount): Reply
    {
        return Reply::received(200, "<doc><elem><id>1</id><balance>$amount EUR</balance></elem></doc>");
    }

    private function cron(): void
    {
        $this->clock->pause(300);
        Hook::named('CronRun')([]);
    }

    private function funds(): Funds
    {
        return new Funds($this->app, $this->serverRecord());
    }

    /** @return list<string> subjects */
    private function emails(): array
    {
        return Capsule::table('tblemails')->orderBy('id')->pluck('subject')->all();
    }
}
