<?php

/**
 * Each paid invoice renews once, and a renewal whose answer was lost is judged by the expiry.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Offer;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class RenewTest extends ModuleTest
{
    public function testAPaidInvoiceRenewsForTheBillingCycleOnce(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);

        self::assertSame('success', $this->renew($service));
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
        self::assertSame(
            ['service.prolong', '812345', '1'],
            [$this->account->spending()[0]['func'], $this->account->spending()[0]['elid'], $this->account->spending()[0]['period']]
        );
    }

    public function testAnOrderIsRenewedAsWhatItIsEvenWhenItsProductSellsSomethingElseByNow(): void
    {
        $service = $this->orderedService();
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption1' => '55369']);
        $this->whmcs->paidInvoice($service);

        self::assertSame('success', $this->renew($service));
        self::assertSame(0, $this->account->count('softexternal.edit'));
        $costs = array_map(static fn (Offer $offer): string => "$offer->name $offer->cost", $this->app->offers()->of($this->record($service)));
        self::assertContains('renew 10.00 EUR', $costs);
        self::assertSame('10.00 EUR', (string) $this->app->journal()->forService($service)[0]->cost);
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

    public function testAPersonMayRenewWithoutAnInvoiceOncePerConfirmation(): void
    {
        $service = $this->orderedService();
        $cost = new Money(1000, 'EUR');
        $this->app->renew()->run($this->record($service), $cost, 'nonce-1');
        $this->app->renew()->run($this->record($service), $cost, 'nonce-1');
        self::assertCount(1, $this->account->spending());
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '2', 'expires' => '2027-01-22']));
        $this->app->renew()->run($this->record($service), $cost, 'nonce-2');
        self::assertCount(2, $this->account->spending());
    }

    public function testARepeatedConfirmationRenewsOnceEvenWhenItFoundAnInvoice(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->app->renew()->run($this->record($service), null, 'nonce-1');
        $this->app->renew()->run($this->record($service), null, 'nonce-1');
        self::assertCount(1, $this->account->spending());
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testALostAnswerIsDoneWhenTheExpiryMoved(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account
            ->answer('service.prolong', Reply::lost('timeout'))
            ->answer('addition.edit', 'service', FakeTransport::fixture('service-status', ['status' => '2', 'expires' => '2027-01-23']));

        self::assertSame('success', $this->renew($service));
        self::assertSame(['done', 'done'], $this->states($service));
    }

    public function testALostAnswerIsNotSentAgainBeforeTheQuietTimeIsOver(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', Reply::lost('timeout'), FakeTransport::fixture('prolonged'));

        self::assertStringContainsString('not known yet', $this->renew($service));
        $this->clock->pause(800);
        self::assertStringContainsString('being cleared up', $this->renew($service));
        self::assertCount(1, $this->account->spending());
        $this->clock->pause(101);
        self::assertSame('success', $this->renew($service));
        self::assertSame(['done', 'not-placed', 'done'], $this->states($service));
    }

    public function testASuccessWithoutANewDateIsNotBelieved(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', 'ok');
        self::assertStringContainsString('not known yet', $this->renew($service));
        self::assertSame(['done', 'unknown'], $this->states($service));
    }

    public function testARenewalThatWaitsInTheBasketIsNoSuccess(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', 'unpaid')->answer('basket', 'basket');
        self::assertStringContainsString('BO-77', $this->renew($service));
        $this->clock->pause(5000);
        self::assertStringContainsString('BO-77', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testAServiceWithoutAnOrderIsRefused(): void
    {
        $service = $this->service();
        self::assertStringContainsString('no order', $this->renew($service));
        self::assertSame([], $this->account->requests);
    }

    public function testAnOrderThatIsGoneIsRefused(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.edit', 'error-missed');
        self::assertStringContainsString('does not show order 812345', $this->renew($service));
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '4', 'expires' => '2026-12-23']));
        self::assertStringContainsString('is deleted', $this->renew($service));
        self::assertSame([], $this->account->spending());
    }

    public function testTheNewExpiryIsTakenOver(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.edit', 'service', FakeTransport::fixture('service-status', ['status' => '2', 'expires' => '2027-01-23']));
        $this->renew($service);
        self::assertSame('2027-01-23', $this->record($service)->terminationDate);
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

    public function testAnAccountThatRenewedByItselfIsNotAskedASecondTime(): void
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption4' => 'on']);
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblhosting')->where('id', $service)->update(['nextduedate' => '2026-12-24']);
        self::assertSame('success', $this->renew($service));
        self::assertSame([], $this->account->spending());

        $this->whmcs->paidInvoice($service);
        Capsule::table('tblhosting')->where('id', $service)->update(['nextduedate' => '2027-01-24']);
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testAConfirmedCostThatChangedSendsNothing(): void
    {
        $service = $this->orderedService();
        $this->expectException(\IspmanagerNoc\Exception\CostChanged::class);
        $this->app->renew()->run($this->record($service), new Money(1, 'EUR'), 'nonce');
    }

    private function renew(int $service): string
    {
        return ispmanagernoc_Renew($this->whmcs->params($service));
    }
}
