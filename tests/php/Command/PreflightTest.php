<?php

/**
 * What cannot be ordered is refused with a text that says why, and no call that spends is made.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Tests\ModuleTest;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class PreflightTest extends ModuleTest
{
    public function testABillingCycleThatTheManualDoesNotAllowIsRefused(): void
    {
        foreach (['Biennially', 'Triennially'] as $cycle) {
            $this->refused($this->service(['billingcycle' => $cycle]), $cycle);
        }
    }

    public function testAPeriodThatTheTariffLacksIsRefused(): void
    {
        $this->refused($this->service(['billingcycle' => 'Quarterly']), 'is not sold for 3 months');
    }

    public function testFreeAndOneTimeProductsNeedTheirSetting(): void
    {
        foreach (['Free Account', 'One Time'] as $cycle) {
            $this->refused($this->service(['billingcycle' => $cycle]), 'Period for free and one-time products');
        }
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption3' => '6']);
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($this->service(['billingcycle' => 'One Time']))));
        self::assertSame('6', $this->account->spending()[0]['period']);
    }

    public function testEveryAllowedCycleIsOrderedInAnyOfItsSpellings(): void
    {
        foreach (['Monthly' => '1', 'Semi-Annually' => '6', 'semiannually' => '6', 'Annually' => '12'] as $cycle => $months) {
            ispmanagernoc_CreateAccount($this->whmcs->params($this->service(['billingcycle' => $cycle])));
            self::assertSame($months, array_slice($this->account->spending(), -1)[0]['period'] ?? null, $cycle);
            $this->account->answer('subaccount', \IspmanagerNoc\Account\Reply::received(200, '<doc><balance>5000.00 EUR</balance></doc>'));
        }
    }

    public function testAnEmptyOrMalformedItemIsRefused(): void
    {
        $this->refused($this->service([], ['item' => '']), 'ID of the ispmanager license');
        foreach (['abc', '0', '1001 1002', '-5', '12345-<b>'] as $item) {
            $this->refused($this->service([], ['item' => htmlspecialchars($item)]), 'is not the ID of an ispmanager license');
        }
    }

    public function testAMalformedEmailIsRefused(): void
    {
        $this->refused($this->service([], ['bitninja_email' => 'not an e-mail']), 'is not an e-mail address');
    }

    public function testAMalformedDomainOrAddressIsRefused(): void
    {
        $this->sell('23221');
        $good = ['domain' => 'example.com', 'target_ip' => '192.0.2.1'];
        foreach (['no dots', '192.0.2.1', '-a.example', ''] as $domain) {
            $this->refused($this->service([], ['domain' => $domain] + $good), 'Domain name');
        }
        $this->refused($this->service([], ['target_ip' => '300.1.1.1'] + $good), 'is not an IP address');
        foreach (['пример.рф', 'a.b.example.com'] as $domain) {
            self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($this->service([], ['domain' => $domain] + $good))));
        }
    }

    public function testAnUnknownOrMissingProductIdIsRefused(): void
    {
        foreach (['99999' => '99999', 'bitninja' => 'bitninja', '' => 'no Product ID'] as $id => $text) {
            $this->sell((string) $id);
            $this->refused($this->service(), $text);
        }
    }

    public function testAQuantityAboveOneIsRefused(): void
    {
        $this->refused($this->service(['qty' => 2]), 'quantity 2');
    }

    public function testAProductAddonIsRefused(): void
    {
        $text = ispmanagernoc_CreateAccount(['addonId' => 5] + $this->whmcs->params($this->service()));
        self::assertStringContainsString('product addons', $text);
        self::assertSame([], $this->account->requests);
    }

    public function testAServiceWithoutAServerIsRefused(): void
    {
        Capsule::table('tblservers')->update(['type' => 'other']);
        $this->refused($this->service(['server' => 0]), 'no server');
        $this->refused($this->service(), 'belongs to another module');
    }

    public function testADisabledServerTakesNoOrders(): void
    {
        Capsule::table('tblservers')->update(['disabled' => 1]);
        $this->refused($this->service(), 'is disabled');
        $this->refused($this->service(['server' => 0]), 'No enabled server');
    }

    public function testAHostThatIsNotAnAccountIsRefusedBeforeAnythingIsSent(): void
    {
        $hosts = ['http://eu.ispmanager.com' => 'by https', 'example.com' => 'is not an ispmanager account', '' => 'has no hostname'];
        foreach ($hosts as $host => $text) {
            Capsule::table('tblservers')->update(['hostname' => $host]);
            $this->refused($this->service(), $text);
        }
        self::assertSame([], $this->account->requests);
    }

    public function testABalanceBelowTheCostIsRefused(): void
    {
        $this->account->answer('subaccount', 'balance-short');
        $this->refused($this->service(), '9.99 EUR');
    }

    public function testAServiceOfNoServerGetsTheOneThatWhmcsWouldChoose(): void
    {
        $service = $this->service(['server' => 0]);
        $this->app->create()->run($this->record($service));
        self::assertSame($this->server, (int) Capsule::table('tblhosting')->where('id', $service)->value('server'));
    }

    public function testTheTextIsInTheLanguageOfTheStaff(): void
    {
        Capsule::table('tbladmins')->where('id', 1)->update(['language' => 'russian']);
        $this->whmcs->actAsStaff();
        $this->refused($this->service(['billingcycle' => 'Biennially']), '«Раз в 2 года» нельзя заказать');
    }

    public function testAFailureOfTheAutomationStandsInTheQueueWithItsReason(): void
    {
        $service = $this->service(['billingcycle' => 'Biennially']);
        Command::automated('Create', $service);
        self::assertStringContainsString('Biennially', Capsule::table('tblmodulequeue')->value('last_attempt_error'));
    }

    private function sell(string $tariff): void
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption1' => $tariff]);
        $kind = $tariff === '23221' ? 'ddos-guard' : 'bit-ninja';
        $this->app->fields()->ensure($this->product, \IspmanagerNoc\PriceList\Kind::named($kind));
    }

    private function refused(int $service, string $text): void
    {
        $before = count($this->account->spending());
        self::assertStringContainsString($text, ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount($before, $this->account->spending());
        self::assertSame([], $this->states($service));
    }
}
