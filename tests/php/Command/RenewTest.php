<?php

/**
 * Each paid invoice renews once, and a renewal whose answer was lost is judged by the expiry.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Confirmation;
use IspmanagerNoc\Command\Offer;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class RenewTest extends CommandTest
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

    public function testALostAnswerIsDoneWhenTheExpiryMoved(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account
            ->answer('service.prolong', Reply::lost('timeout'))
            ->answer('addition.edit', 'service', 'service', FakeTransport::fixture('service-status', ['status' => '2', 'expires' => '2027-01-23']));

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
        $this->renewsItself('1');
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame([], $this->account->spending());

        $this->paidFrom($service, '2026-12-24');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
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

    protected function tearDown(): void
    {
        parent::tearDown();
        $_POST = [];
    }

    /** @param array<string, mixed> $columns */
    private function set(int $service, array $columns): void
    {
        Capsule::table('tblhosting')->where('id', $service)->update($columns);
    }

    private function renew(int $service): string
    {
        return ispmanagernoc_Renew($this->whmcs->params($service));
    }

    /** A person saw this end date and the tariff's cost. */
    private function confirm(int $service, ?string $expires, string $name): void
    {
        $this->app->renew()->run($this->record($service), new Confirmation(new Money(1000, 'EUR'), $expires, $name));
    }

    /** The account's form shows this end date from now on. */
    /** @param string $months as the account's form has it */
    private function renewsItself(string $months): void
    {
        $form = FakeTransport::fixture('service')->body;
        $this->account->answer('addition.edit', Reply::received(200, str_replace('<autoprolong>null<', "<autoprolong>$months<", $form)));
    }

    /** A paid invoice for the period that begins on that day. */
    private function paidFrom(int $service, string $day): void
    {
        Capsule::table('tblhosting')->where('id', $service)->update(['nextduedate' => $day]);
        $this->whmcs->paidInvoice($service);
    }

    private function expires(string $date): void
    {
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '2', 'expires' => $date]));
    }

    /**
     * A service whose tariff the account does not sell any more.
     *
     * @param array<string, mixed> $columns of the service, changed after its order
     */
    private function departed(array $columns = []): int
    {
        $service = $this->orderedService();
        $columns === [] || Capsule::table('tblhosting')->where('id', $service)->update($columns);
        $left = str_replace('55371', '99999', FakeTransport::fixture('pricelist-addition')->body);
        $this->account
            ->answer('pricelist.export', Reply::received(200, $left))
            ->answer('addition', FakeTransport::fixture('list', ['remoteid' => '']))
            ->answer('service.prolong', static fn (array $form) => FakeTransport::fixture(isset($form['sok']) ? 'prolonged' : 'renewal-form'));
        $this->app->refreshPrices($this->app->servers()->all()[0]);
        $this->account->requests = [];
        return $service;
    }

    public function testARenewalThatWasWrittenOffAndTookEffectLateIsNotMadeAgain(): void
    {
        foreach ([Reply::lost('timeout'), Reply::received(200, '<doc><error type="busy"><msg>Please wait</msg></error></doc>')] as $answer) {
            $service = $this->orderedService();
            $this->expires('2026-12-23');
            $this->whmcs->paidInvoice($service);
            $this->account->answer('service.prolong', $answer);
            $this->renew($service);
            $this->quietTimePasses();
            self::assertSame(['done', 'not-placed'], $this->states($service));

            $this->expires('2027-01-23');
            self::assertSame('success', $this->renew($service));
            self::assertSame('success', $this->renew($service));
            self::assertCount(1, $this->account->spending());
            self::assertSame(['done', 'not-placed', 'done'], $this->states($service));
        }
    }

    public function testARenewalWhoseDateDoesNotMoveIsNotDoneBecauseTheAccountSaidSo(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->showsRenewals = false;
        self::assertStringContainsString('does not show a later end date', $this->renew($service));
        self::assertSame(['done', 'unknown'], $this->states($service));
        $this->renew($service);
        self::assertCount(1, $this->account->spending());

        $this->expires('2027-01-23');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testARenewalThatLiesInTheBasketAlthoughTheAccountSaidYesIsUnpaid(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->showsRenewals = false;
        $basket = '<doc><list name="itemlist"><elem><id>BO-77</id><item.id>812345</item.id></elem></list></doc>';
        $this->account->answer('basket', Reply::received(200, $basket));
        self::assertStringContainsString('BO-77', $this->renew($service));
        self::assertSame(['done', 'unpaid'], $this->states($service));
    }

    public function testAnUnpaidRenewalThatIsPaidAndStillProcessedIsNotWrittenOff(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', 'unpaid')->answer('basket', 'basket');
        $this->renew($service);
        $this->clock->pause(5000);
        $this->app->settle()->run();

        $this->account->answer('basket', Reply::received(200, '<doc/>'));
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '5_prolong', 'expires' => '2026-12-23']));
        foreach (range(1, 20) as $ignored) {
            $this->clock->pause(61);
            $this->app->settle()->run();
        }
        self::assertSame('journal.processing', $this->app->journal()->forService($service)[0]->textKey);

        $this->expires('2026-12-23');
        foreach (range(1, 3) as $ignored) {
            $this->clock->pause(61);
            $this->app->settle()->run();
        }
        self::assertSame(['done', 'unpaid'], $this->states($service), 'the quiet time runs from when the bill was first missed');
        $this->expires('2027-01-23');
        self::assertSame('success', $this->renew($service));
        self::assertSame(['done', 'done'], $this->states($service));
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

    public function testAnOrderWithoutAnEndDateIsNotRenewed(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->expires('Daily charges');
        self::assertStringContainsString('no end date', $this->renew($service));
        self::assertSame([], $this->account->spending());
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

    public function testADateThatIsShownLateMakesNoSecondRenewal(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->showsRenewals = false;
        $this->renew($service);
        foreach (range(1, 12) as $ignored) {
            $this->clock->pause(3600);
            $this->app->settle()->run();
        }
        self::assertSame(['done', 'unknown'], $this->states($service), 'the word of the account weighs more than a look');
        $this->expires('2027-01-23');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testWhatTheAccountIsStillCarryingOutIsNoFailure(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->showsRenewals = false;
        $before = FakeTransport::fixture('service');
        $processing = FakeTransport::fixture('service-status', ['status' => '5_prolong', 'expires' => '2026-12-23']);
        $this->account->answer('addition.edit', $before, $before, $processing);
        self::assertSame('success', $this->renew($service));
        self::assertSame(['done', 'done'], $this->states($service));
    }

    public function testAMonthThatAPersonAddedDoesNotPassForTheYearThatWasPaid(): void
    {
        $service = $this->orderedService();
        Capsule::table('tblhosting')->where('id', $service)->update(['billingcycle' => 'Annually']);
        $this->whmcs->paidInvoice($service);
        $this->account->answer('subaccount', Reply::received(200, '<doc><balance>5000.00 EUR</balance></doc>'));
        $this->account->answer('service.prolong', Reply::received(200, '<doc><error type="money"><msg>insufficient funds</msg></error></doc>'));
        self::assertStringContainsString('insufficient funds', $this->renew($service));
        $this->expires('2027-01-23');
        self::assertStringContainsString('insufficient funds', $this->renew($service), 'its reason is told as long as it is being cleared up');
        $this->clock->pause(1000);
        $this->app->settle()->run();
        self::assertSame(['done', 'not-placed'], $this->states($service));
        self::assertSame(['text' => 'insufficient funds'], $this->app->journal()->forService($service)[0]->textValues);

        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2028-01-23</newexpiredate></doc><ok/></doc>'));
        self::assertSame('success', $this->renew($service));
        self::assertSame(['12', '12'], array_column($this->account->spending(), 'period'));
    }

    public function testWhatNeverLeftThisMachineDoesNotPassForARenewalThatTookEffectLate(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', Reply::notSent('no route'));
        $this->renew($service);
        $this->expires('2027-01-23');
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        self::assertSame('success', $this->renew($service));
        self::assertCount(2, $this->account->spending());
    }

    public function testACallThatFindsItsOwnWorkDoneGoesOnWithTheNextLine(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', Reply::lost('timeout'));
        $this->renew($service);
        $this->quietTimePasses();
        $this->expires('2027-01-23');
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', Reply::received(200, '<doc><doc><newexpiredate>2027-02-23</newexpiredate></doc><ok/></doc>'));
        self::assertSame('success', $this->renew($service), 'the only call of WHMCS for the second invoice');
        self::assertSame(['done', 'not-placed', 'done', 'done'], $this->states($service));
        self::assertCount(2, $this->account->spending());
    }

    public function testALoginThatIsRenamedWhileARenewalIsOpenLetsItBeSettled(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', Reply::lost('timeout'));
        $this->renew($service);
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'renamed']);
        $this->clock->pause(1000);
        $this->app->settle()->run();
        self::assertSame(['done', 'not-placed'], $this->states($service), 'its own order is shown, so it is the same account');
    }
}
