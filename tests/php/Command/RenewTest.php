<?php

/**
 * A renewal is made once, for its cost, and only of what can be renewed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Confirmation;
use IspmanagerNoc\Command\Offer;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class RenewTest extends RenewalTest
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

    public function testAPersonMayRenewWithoutAnInvoiceOncePerConfirmation(): void
    {
        $service = $this->orderedService();
        $this->confirm($service, '2026-12-23', 'name-1');
        $this->confirm($service, '2026-12-23', 'name-1');
        self::assertCount(1, $this->account->spending());
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        $this->confirm($service, '2027-01-23', 'name-2');
        self::assertCount(2, $this->account->spending());
    }

    public function testTwoPeopleWhoConfirmTheSameRenewalMakeOne(): void
    {
        $service = $this->orderedService();
        $this->confirm($service, '2026-12-23', 'tab-1');
        $this->expires('2027-01-23');
        $this->refused('refused.expiry-moved', fn () => $this->confirm($service, '2026-12-23', 'tab-2'));
        self::assertCount(1, $this->account->spending());
    }

    public function testTheSecondOfTwoParallelConfirmationsFindsTheDateTakenBeforeTheAccountShowsIt(): void
    {
        $service = $this->orderedService();
        $this->confirm($service, '2026-12-23', 'tab-1');
        $this->refused('refused.expiry-moved', fn () => $this->confirm($service, '2026-12-23', 'tab-2'));
        self::assertCount(1, $this->account->spending());
    }

    public function testAPaidInvoiceThatRenewedMeanwhileMovesTheDateOfAConfirmation(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->expires('2027-01-23');
        $this->refused('refused.expiry-moved', fn () => $this->confirm($service, '2026-12-23', 'tab-1'));
        self::assertSame([], $this->account->spending());
    }

    public function testADateThatMovesBetweenTheFirstLookAndTheClaimSendsNothing(): void
    {
        $moved = FakeTransport::fixture('service-status', ['status' => '2', 'expires' => '2027-01-23']);
        $service = $this->orderedService();
        $this->account->answer('addition.edit', 'service', $moved);
        $this->refused('refused.expiry-moved', fn () => $this->confirm($service, '2026-12-23', 'tab-1'));
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.edit', 'service', $moved);
        self::assertStringContainsString('Another process', $this->renew($service));
        self::assertSame([], $this->account->spending());
        self::assertSame(['done', 'not-placed', 'not-placed'], $this->states($service));
    }

    public function testAnAccountThatFallsSilentUnderTheClaimLeavesNothingOpen(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.edit', 'service', Reply::notSent('no route'));
        self::assertStringContainsString('cannot be reached', $this->renew($service));
        self::assertSame(['done', 'not-placed'], $this->states($service));
    }

    public function testAConfirmationWithoutTheDateInViewIsRefused(): void
    {
        $service = $this->orderedService();
        $this->refused('refused.expiry-unseen', fn () => $this->confirm($service, null, 'tab-1'));
        self::assertSame([], $this->account->requests);
    }

    public function testARepeatedConfirmationRenewsOnceEvenWhenItFoundAnInvoice(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->confirm($service, '2026-12-23', 'name-1');
        $this->confirm($service, '2026-12-23', 'name-1');
        self::assertCount(1, $this->account->spending());
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testTheAutomationHearsASuccessForAnInvoiceThatWasServedAndAPersonHearsThatNothingWasDone(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->whmcs->actAsStaff();
        self::assertSame('success', $this->renew($service));
        self::assertSame('success', $this->renew($service), 'staff who recorded a payment or pressed Retry in the queue');
        $_POST['modop'] = 'renew';
        self::assertStringContainsString('No invoice was paid', $this->renew($service));
        $_SESSION = [];
        self::assertSame('success', $this->renew($service), 'a client who paid');
        self::assertCount(1, $this->account->spending());
    }

    public function testATariffThatLeftThePriceListIsRenewedForAPaidInvoice(): void
    {
        $service = $this->departed();
        $this->whmcs->paidInvoice($service);
        self::assertSame('success', $this->renew($service));
        self::assertSame('9.50 EUR', (string) $this->app->journal()->forService($service)[0]->cost);
    }

    public function testATariffThatLeftThePriceListIsRefusedForAPeriodThatTheAccountDoesNotOffer(): void
    {
        $service = $this->departed(['billingcycle' => 'Quarterly']);
        $this->whmcs->paidInvoice($service);
        self::assertStringContainsString('is not sold for 3 months', $this->renew($service));
        self::assertSame([], $this->account->spending());
    }

    public function testAnUnknownCostNeedsSomethingOnTheBalanceAndAPersonsWord(): void
    {
        $service = $this->departed(['billingcycle' => 'Annually']);
        $offer = $this->app->offers()->of($this->record($service))[1];
        self::assertSame([null, null, 'offer.renew-cost-unknown-without-invoice'], [$offer->reason, $offer->cost, $offer->warningKey]);
        $this->refused('refused.cost-unknown', fn () => $this->confirm($service, '2026-12-23', 'tab-1'));
        $agreed = fn () => $this->app->renew()->run($this->record($service), new Confirmation(null, '2026-12-23', 'tab-2'));

        $this->account->answer('subaccount', Reply::received(200, '<doc><balance>0.00 EUR</balance></doc>'));
        $this->refused('refused.balance-empty', $agreed);
        self::assertSame([], $this->account->spending());
        $this->account->answer('subaccount', 'balance');
        $agreed();
        self::assertSame('12', $this->account->spending()[0]['period']);
        self::assertNull($this->app->journal()->forService($service)[0]->cost);
    }

    public function testAgreeingToAnUnknownCostIsNotEnoughWhereThePriceListKnowsIt(): void
    {
        $service = $this->orderedService();
        $this->refused(
            'refused.cost-known',
            fn () => $this->app->renew()->run($this->record($service), new Confirmation(null, '2026-12-23', 'tab-1'))
        );
        self::assertSame([], $this->account->spending());
    }

    public function testWhatWasSoldOnAServerThatIsDisabledByNowIsRenewed(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblservers')->update(['disabled' => 1]);
        self::assertSame('success', $this->renew($service));
    }

    public function testARenewalIsCheckedBeforeAnythingIsSpent(): void
    {
        foreach (
            [
                'is not sold for 3 months' => fn (int $id) => $this->set($id, ['billingcycle' => 'Quarterly']),
                'cannot be ordered from ispmanager' => fn (int $id) => $this->set($id, ['billingcycle' => 'Biennially']),
                'has quantity 2' => fn (int $id) => $this->set($id, ['qty' => 2]),
                '9.99 EUR' => fn (int $id) => $this->account->answer('subaccount', 'balance-short'),
                'by https' => fn () => Capsule::table('tblservers')->update(['hostname' => 'http://eu.ispmanager.com']),
            ] as $text => $spoil
        ) {
            $this->account->answer('subaccount', 'balance');
            $service = $this->service([], ['order_id' => (string) random_int(900000, 999999)]);
            $this->whmcs->paidInvoice($service);
            $this->whmcs->paidInvoice($service);
            $spoil($service);
            self::assertStringContainsString($text, $this->renew($service));
            self::assertSame([], $this->states($service));
        }
        self::assertSame([], $this->account->spending());
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
        $this->account->answer(
            'addition.edit',
            'service',
            'service',
            FakeTransport::fixture('service-status', ['status' => '2', 'expires' => '2027-01-23'])
        );
        $this->renew($service);
        self::assertSame('2027-01-23', $this->record($service)->terminationDate);
    }

    public function testAnAccountThatRenewedByItselfIsNotAskedASecondTime(): void
    {
        $service = $this->serviceThatTheAccountRenews();
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame([], $this->account->spending());

        $this->paidFrom($service, '2026-12-24');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testOfTwoPaidLinesForTheSamePeriodTheSecondPaysForWhatFollows(): void
    {
        $service = $this->serviceThatTheAccountRenews();
        $this->paidFrom($service, '2026-11-24');
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame('success', $this->renew($service));
        $told = fn (): array => array_column($this->app->journal()->doneOf($service, Operation::Renew), 'textKey');
        self::assertEqualsCanonicalizing(['journal.renewed-by-account', 'journal.renewed'], $told());

        $this->expiresAndRenewsItself('2027-01-23');
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        $this->paidFrom($service, '2026-12-24');
        self::assertSame('success', $this->renew($service), 'the line after them pays for what follows too');
        self::assertCount(2, $this->account->spending());
    }

    public function testALaterPeriodThatWasPaidFirstIsNoneTooMany(): void
    {
        $service = $this->serviceThatTheAccountRenews();
        $this->paidFrom($service, '2026-12-24');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
        $this->expiresAndRenewsItself('2027-01-23');
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending(), 'the account had renewed by itself for it');
    }

    public function testAnOrderThatDoesNotRenewItselfIsRenewedWhateverTheProductSays(): void
    {
        $service = $this->orderedService();
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption4' => 'on']);
        $this->renewsItself('null');
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testAConfirmedCostThatChangedSendsNothing(): void
    {
        $service = $this->orderedService();
        $this->refused(
            'refused.cost-changed',
            fn () => $this->app->renew()->run($this->record($service), new Confirmation(new Money(1, 'EUR'), '2026-12-23', 'name'))
        );
    }

    public function testAnOrderWithoutAnEndDateIsNotRenewed(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->expires('Daily charges');
        self::assertStringContainsString('no end date', $this->renew($service));
        self::assertSame([], $this->account->spending());
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $_POST = [];
    }
}
