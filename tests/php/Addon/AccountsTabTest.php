<?php

/**
 * The money of the accounts: the balance when somebody asked, what falls due, the day on which it does not suffice, and what was spent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage as Page;
use IspmanagerNoc\Shape\Spending;
use IspmanagerNoc\Texts;
use WHMCS\Database\Capsule;

final class AccountsTabTest extends PartnerPage
{
    public function testTheBalanceIsAskedWhenSomebodyWantsItAndRemembered(): void
    {
        self::assertStringContainsString('not known yet', $this->tab());
        self::assertSame([], $this->account->requests);
        $this->tab(['ask' => '1']);
        $balance = (new Funds($this->app, $this->serverRecord()))->balance();
        self::assertNotNull($balance);
        self::assertSame($this->clock->now(), $balance->askedAt);
        $this->account->requests = [];
        self::assertStringContainsString("Balance $balance->money", $this->tab());
        self::assertSame([], $this->account->requests);

        $this->account->answer('subaccount', Reply::notSent('no route'));
        self::assertStringContainsString('cannot be reached', $this->tab(['ask' => '1']));
        self::assertStringContainsString("Balance $balance->money", $this->tab());
    }

    public function testWhatFallsDueIsAddedUpByDayAndTheDayWithoutMoneyIsNamed(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        $day = fn (int $days): string => date('Y-m-d', $this->clock->now() + $days * 86400);
        foreach ([3, 3, 20] as $days) {
            $this->due($day($days), 'Monthly');
        }
        $this->due($day(25), 'Semi-Annually');
        $this->due($day(40), 'Monthly');
        $this->due($day(-4), 'Monthly', 'Suspended');
        $this->due($day(-1), 'Monthly');
        $this->due($day(1), 'Monthly', 'Terminated');
        $this->due('0000-00-00', 'Monthly');
        $this->due($day(2), 'Biennially');
        $funds = new Funds($this->app, $this->serverRecord());
        $due = $funds->due(30);
        self::assertEquals([$day(0), $day(2), $day(3), $day(20), $day(25)], array_column($due, 'day'));
        self::assertEquals([2000, 0, 2000, 1000, 5700], array_map(static fn ($of): int => $of->cost->minor, $due));
        self::assertSame([0, 1, 0, 0, 0], array_column($due, 'unknown'));
        self::assertNull($funds->lastsUntil($due), 'nobody knows the balance');

        $this->balance('50.00');
        self::assertSame($day(25), $funds->lastsUntil($due));
        $text = $this->text($this->tab());
        self::assertStringContainsString("does not suffice from {$day(25)} on", $text);
        self::assertStringContainsString('7 services fall due, for 107.00 EUR', $text);
        self::assertStringContainsString('no cost for 1 of them', $text);
        $this->balance('107.00');
        self::assertNull($funds->lastsUntil($due));
    }

    public function testWhatWasSpentSinceTheBalanceWasAskedIsNotLeft(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        $this->balance('25.00');
        $this->clock->pause(1);
        $this->orderedService();
        $this->orderedService();
        $funds = new Funds($this->app, $this->serverRecord());
        self::assertEquals(new Money(500, 'EUR'), $funds->left());
        Capsule::table('tblhosting')->update(['nextduedate' => date('Y-m-d', $this->clock->now() + 10 * 86400)]);
        self::assertSame(date('Y-m-d', $this->clock->now() + 10 * 86400), $funds->lastsUntil($funds->due(30)));
    }

    public function testARenewalCostsWhatTheOrderedTariffCosts(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        $this->orderedService();
        Capsule::table('tblhosting')->update(['nextduedate' => date('Y-m-d', $this->clock->now())]);
        $cost = (new Funds($this->app, $this->serverRecord()))->due(30)[0]->cost;
        Capsule::table('tblproducts')->update(['configoption1' => '55369']);
        self::assertEquals($cost, (new Funds($this->app, $this->serverRecord()))->due(30)[0]->cost);
    }

    public function testACostInAnotherCurrencyIsUnknownAndABalanceInOneIsSaid(): void
    {
        // While there is no list, nobody knows which currency to ask for.
        $this->account->answer('subaccount', Reply::received(200, '<doc><elem><balance>100.00 RUB</balance></elem></doc>'));
        $this->tab(['ask' => '1']);
        $this->app->refreshPrices($this->serverRecord());
        $list = Capsule::table('mod_ispmanagernoc_price_lists');
        $list->update(['tariffs' => str_replace('[6,5700,"EUR"]', '[6,5700,"RUB"]', (string) $list->value('tariffs'))]);
        $this->due(date('Y-m-d', $this->clock->now()), 'Semi-Annually');
        $due = (new Funds($this->app, $this->serverRecord()))->due(30);
        self::assertEquals([1, new Money(0, 'EUR')], [$due[0]->unknown, $due[0]->cost]);
        self::assertStringContainsString('in another currency than the price list', $this->tab());
    }

    public function testAnotherAccountBehindTheSameRecordHasSpentNothing(): void
    {
        $this->orderedService();
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'another']);
        self::assertSame([], (new Funds($this->app, $this->serverRecord()))->spent(12));
    }

    public function testCostsComeFromWhicheverRecordHasTheNewestList(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        $this->whmcs->server('ispmanagernoc', [
            'name' => 'Alpha', 'hostname' => 'eu.ispmanager.com', 'username' => 'eu-partner', 'active' => 0, 'disabled' => 1,
        ]);
        Capsule::table('tblservers')->where('id', $this->server)->update(['active' => 0]);
        $account = Funds::accounts($this->app)[0];
        self::assertSame('EU', $account->name);
        $this->due(date('Y-m-d', $this->clock->now()), 'Monthly');
        self::assertSame(0, (new Funds($this->app, $account))->due(30)[0]->unknown);
    }

    public function testWhatWasSpentIsAddedUpByMonthAndCurrency(): void
    {
        self::assertStringContainsString('Nothing was spent', $this->tab());
        $this->orderedService();
        $this->orderedService();
        $this->clock->pause(40 * 86400);
        $this->orderedService();
        $spent = (new Funds($this->app, $this->serverRecord()))->spent(12);
        $month = fn (int $days): string => date('Y-m', $this->clock->now() - $days * 86400);
        self::assertEquals([$month(0) => [new Money(1000, 'EUR')], $month(40) => [new Money(2000, 'EUR')]], $spent);
        self::assertSame([$month(0)], array_keys((new Funds($this->app, $this->serverRecord()))->spent(1)));
    }

    public function testTheMonthsAreDrawnWithoutAQuestionAndStandInATable(): void
    {
        self::assertStringNotContainsString('data-ispnoc', $this->tab());
        $this->orderedService();
        $this->account->requests = [];
        $html = $this->tab();
        self::assertSame([], $this->account->requests);
        self::assertMatchesRegularExpression('#>' . date('Y-m', $this->clock->now()) . '</td><td[^>]*>10.00 EUR</td>#', $html);
        self::assertSame(1, preg_match('/ data-ispnoc="spending".* data-answer="([^"]*)"/', $html, $part));
        $shown = json_decode(html_entity_decode($part[1]), true);
        $fixture = json_decode((string) file_get_contents(__DIR__ . '/../../contract/answers/spending.json'), true)['ok'];
        self::assertSame(array_keys($fixture), array_keys($shown));
        foreach ($shown['months'] as $month) {
            self::assertSame(array_keys($fixture['months'][0]), array_keys($month));
        }
        $sums = array_column($shown['months'], 'sums', 'month');
        self::assertCount(12, $sums);
        self::assertSame([['minor' => 1000, 'currency' => 'EUR']], array_pop($sums));
        self::assertSame(array_fill(0, 11, []), array_values($sums));
    }

    public function testAChartBeginsAYearBackOnTheLastDayOfALongMonthToo(): void
    {
        $months = Spending::of(['2026-01' => [new Money(5, 'EUR')]], (int) strtotime('2026-12-31 23:59:59'), 12)['months'];
        self::assertSame(['2026-01', '2026-02', '2026-12'], [$months[0]['month'], $months[1]['month'], $months[11]['month']]);
        self::assertSame([['minor' => 5, 'currency' => 'EUR']], $months[0]['sums']);
    }

    public function testTwoRecordsOfOneAccountAreOneAccount(): void
    {
        $this->whmcs->server('ispmanagernoc', ['name' => 'Twin', 'hostname' => 'https://EU.ispmanager.com', 'username' => 'eu-partner', 'active' => 0]);
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'active' => 0]);
        self::assertSame([$this->server, $other], array_map(static fn ($server): int => $server->id, Funds::accounts($this->app)));
    }

    private function due(string $day, string $cycle, string $status = 'Active'): void
    {
        $this->service(['nextduedate' => $day, 'billingcycle' => $cycle, 'domainstatus' => $status]);
    }

    private function balance(string $amount): void
    {
        $xml = str_replace('500.00', $amount, (string) file_get_contents(__DIR__ . '/../fixtures/balance.xml'));
        $this->account->answer('subaccount', Reply::received(200, $xml));
        $asked = (new Funds($this->app, $this->serverRecord()))->ask();
        self::assertEquals(Money::parse($amount, 'EUR'), $asked);
    }

    /** @param array<string, string>|null $form null to look only */
    private function tab(?array $form = null): string
    {
        $page = new Page($this->app, Texts::in('en'), new Address(['page' => 'accounts']), true);
        return $page->html($form === null ? null : new Form($form));
    }
}
