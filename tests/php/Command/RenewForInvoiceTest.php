<?php

/**
 * Each paid line of an invoice renews once, for the period that it bills, and what the order itself began is not renewed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class RenewForInvoiceTest extends RenewalTest
{
    public function testARenewalIsForThePeriodForWhichItsInvoiceWasRaisedWhateverTheCycleIsByNow(): void
    {
        $service = $this->orderedService();
        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        Capsule::table('tblhosting')->where('id', $service)->update(['billingcycle' => 'Semi-Annually']);
        $offers = array_column($this->app->offers()->of($this->record($service)), 'cost', 'name');
        self::assertSame('10.00 EUR', (string) $offers['renew']);
        self::assertSame('success', $this->renew($service));

        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        $this->expires('2027-01-23');
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-07-23</newexpiredate></doc><ok/></doc>'));
        self::assertSame('success', $this->renew($service));
        self::assertSame(['1', '6'], array_column($this->account->spending(), 'period'));
    }

    public function testAnInvoiceOfWhichNobodyToldIsForTheBillingCycle(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblhosting')->where('id', $service)->update(['billingcycle' => 'Semi-Annually']);
        self::assertSame('success', $this->renew($service));
        self::assertSame(['6'], array_column($this->account->spending(), 'period'));
    }

    public function testAnInvoiceForAPeriodThatTheAccountDoesNotSellRenewsOnlyByAPersonsWord(): void
    {
        $service = $this->orderedService();
        $this->set($service, ['billingcycle' => 'Biennially']);
        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        $this->refused('refused.invoice-cycle', fn () => $this->app->renew()->run($this->record($service)));
        $this->set($service, ['billingcycle' => 'Monthly']);
        $this->refused('refused.invoice-cycle', fn () => $this->app->renew()->run($this->record($service)));
        self::assertSame([], $this->account->spending());

        $warnings = fn (): array => array_column($this->app->offers()->of($this->record($service)), 'warningKey', 'name');
        self::assertSame('offer.renew-other-period', $warnings()['renew']);
        $this->confirm($service, '2026-12-23', 'tab-1');
        self::assertSame(['1'], array_column($this->account->spending(), 'period'));
    }

    public function testAnInvoiceThatNoRenewalCanServeKeepsNoLaterOneWaiting(): void
    {
        $service = $this->orderedService();
        $this->set($service, ['billingcycle' => 'Biennially']);
        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        $this->set($service, ['billingcycle' => 'Monthly']);
        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        self::assertSame('success', $this->renew($service));
        self::assertSame(['1'], array_column($this->account->spending(), 'period'));
        $this->refused('refused.invoice-cycle', fn () => $this->app->renew()->run($this->record($service)));
    }

    public function testAnInvoiceForASinglePaymentIsForThePeriodOfTheProduct(): void
    {
        $service = $this->orderedService();
        $this->set($service, ['billingcycle' => 'One Time']);
        Capsule::table('tblproducts')->update(['configoption3' => '6']);
        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        self::assertSame('success', $this->renew($service));
        self::assertSame(['6'], array_column($this->account->spending(), 'period'));
    }

    public function testTheFirstOrdersInvoicePaysForNoRenewal(): void
    {
        $service = $this->orderedService();
        self::assertStringContainsString('confirmed in the ispmanager NOC panel', $this->renew($service));
        self::assertSame([], $this->account->spending());
    }

    public function testTwoInvoicesPaidTogetherRenewTwice(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', 'prolonged', FakeTransport::fixture('prolonged', []));

        $this->renew($service);
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        $this->renew($service);
        self::assertSame('success', $this->renew($service));
        self::assertCount(2, $this->account->spending());
    }

    public function testAnUnpaidInvoiceRenewsNothing(): void
    {
        $service = $this->orderedService();
        $invoice = $this->whmcs->paidInvoice($service);
        Capsule::table('tblinvoices')->where('id', $invoice)->update(['status' => 'Unpaid']);
        self::assertStringContainsString('No invoice was paid', $this->renew($service));
    }

    public function testOfAnOrderThatTheJournalDidNotSeeOnlyTheNewestInvoiceRenews(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '812345']);
        foreach (range(1, 4) as $ignored) {
            $this->whmcs->paidInvoice($service);
        }
        self::assertSame('success', $this->renew($service));
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testEachLineOfAMergedInvoicePaysForARenewal(): void
    {
        $service = $this->orderedService();
        $invoice = $this->whmcs->paidInvoice($service);
        $this->whmcs->mergedInvoice($this->whmcs->paidInvoice($service), $invoice);
        self::assertSame('success', $this->renew($service));
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        self::assertSame('success', $this->renew($service));
        self::assertSame('success', $this->renew($service));
        self::assertCount(2, $this->account->spending());
    }

    public function testAnInvoiceForALaterPeriodThatWasPaidBeforeTheOrderCouldBePlacedStillRenews(): void
    {
        $service = $this->service();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('subaccount', 'balance-short');
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->whmcs->paidInvoice($service);
        self::assertStringContainsString('no order', $this->renew($service));
        $this->account->answer('subaccount', 'balance');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('success', $this->renew($service));
        self::assertSame(['addition.order.param', 'service.prolong'], array_column($this->account->spending(), 'func'));
    }

    public function testThePeriodThatTheOrderBeganIsNotRenewedWhicheverInvoiceBillsIt(): void
    {
        $service = $this->service(['nextduedate' => gmdate('Y-m-d', $this->clock->now())]);
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblorders')->update(['invoiceid' => 0]);
        self::assertSame('success', $this->renew($service), 'nothing is left to do');
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblorders')->update(['invoiceid' => 0]);
        self::assertSame('success', $this->renew($service));
        self::assertSame(['addition.order.param', 'service.prolong'], array_column($this->account->spending(), 'func'));
    }

    public function testARetryOfAnOlderInvoiceIsNoSuccessWhileItsRenewalIsMissing(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '812345']);
        $this->whmcs->paidInvoice($service);
        $invoices = [$this->whmcs->paidInvoice($service), $this->whmcs->paidInvoice($service)];
        array_map(static fn (int $invoice) => Hook::named('InvoiceRaised')(['invoiceid' => $invoice]), $invoices);
        self::assertSame('success', $this->renew($service), 'the newest one');
        self::assertStringContainsString('confirmed in the ispmanager NOC panel', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testThePeriodOfTheOrderIsItsOwnInEveryTimeZone(): void
    {
        $zone = date_default_timezone_get();
        date_default_timezone_set('Europe/Moscow');
        $this->clock->pause((int) strtotime('2026-11-24 01:30:00') - $this->clock->now());
        $service = $this->service(['nextduedate' => '2026-11-24']);
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblorders')->update(['invoiceid' => 0]);
        $this->renew($service);
        date_default_timezone_set($zone);
        self::assertSame(['addition.order.param'], array_column($this->account->spending(), 'func'));
    }

    public function testARenewalThatWasMergedIntoTheOrdersInvoiceIsMade(): void
    {
        $service = $this->service();
        $first = $this->whmcs->paidInvoice($service);
        $this->whmcs->mergedInvoice($this->whmcs->paidInvoice($service), $first);
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('success', $this->renew($service));
        self::assertSame(['addition.order.param', 'service.prolong'], array_column($this->account->spending(), 'func'));
    }

    public function testALineThatStaffDeleteDoesNotGiveItsRenewalToTheNext(): void
    {
        $service = $this->orderedService();
        $invoice = $this->whmcs->paidInvoice($service);
        $this->whmcs->mergedInvoice($this->whmcs->paidInvoice($service), $invoice);
        self::assertSame('success', $this->renew($service));
        Capsule::table('tblinvoiceitems')->where('invoiceid', $invoice)->orderBy('id')->limit(1)->delete();
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        self::assertSame('success', $this->renew($service));
        self::assertCount(2, $this->account->spending());
    }
}
