<?php

/**
 * The billing cycle is changed to one that product and tariff both have, without spending anything and never under an invoice that was
 * made for the old one.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class ChangePeriodTest extends CommandTest
{
    protected function setUp(): void
    {
        parent::setUp();
        Capsule::table('tblclients')->update(['currency' => 1]);
        Capsule::table('tblpricing')->insert([
            'type' => 'product', 'currency' => 1, 'relid' => $this->product,
            'monthly' => 15, 'quarterly' => 40, 'semiannually' => 80, 'annually' => 150, 'biennially' => 290, 'triennially' => -1,
        ]);
    }

    public function testWhmcsWorksTheAmountOutAndTheNextRenewalIsForTheNewPeriod(): void
    {
        $service = $this->orderedService();
        $this->change($service, 6);

        $row = Capsule::table('tblhosting')->find($service);
        self::assertSame(['Semi-Annually', 80.0], [$row->billingcycle, (float) $row->amount]);
        self::assertSame([], $this->account->spending());
        self::assertSame(['done', 'done'], $this->states($service));

        $this->whmcs->paidInvoice($service);
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame('6', $this->account->spending()[0]['period']);
    }

    public function testAPeriodThatTheTariffTheProductOrWhmcsLacksIsRefused(): void
    {
        $service = $this->orderedService();
        $this->refused('refused.period', fn () => $this->change($service, 3));
        $this->refused('refused.no-such-period', fn () => $this->change($service, 24));
        Capsule::table('tblpricing')->update(['semiannually' => -1]);
        $this->refused('refused.cycle-unsold', fn () => $this->change($service, 6));
        Capsule::table('tblproducts')->update(['paytype' => 'onetime']);
        $this->refused('refused.cycle-unsold', fn () => $this->change($service, 12));
        self::assertSame('Monthly', $this->record($service)->billingCycle);
        self::assertSame(['done'], $this->states($service));
    }

    public function testNothingChangesWhileAnInvoiceOfTheOldPeriodIsOpenOrWaitsForItsRenewal(): void
    {
        $service = $this->orderedService();
        $invoice = $this->whmcs->paidInvoice($service);
        $this->refused('refused.due-invoice', fn () => $this->change($service, 6));
        Capsule::table('tblinvoices')->where('id', $invoice)->update(['status' => 'Unpaid']);
        $this->refused('refused.open-invoice', fn () => $this->change($service, 6));
        self::assertSame('Monthly', $this->record($service)->billingCycle);
        Capsule::table('tblinvoices')->where('id', $invoice)->update(['status' => 'Cancelled']);
        $this->change($service, 6);
        self::assertSame('Semi-Annually', $this->record($service)->billingCycle);
    }

    public function testAServiceWithoutAnOrderAndAQuantityAreRefused(): void
    {
        $this->refused('refused.no-order', fn () => $this->change($this->service(), 6));
        $service = $this->orderedService();
        Capsule::table('tblhosting')->where('id', $service)->update(['qty' => 2]);
        $this->refused('refused.quantity', fn () => $this->change($service, 6));
    }

    public function testAnAccountThatRenewsByItselfIsToldFirst(): void
    {
        $service = $this->renewedByTheAccount();
        $this->change($service, 6);
        $edits = array_values(array_filter($this->forms('addition.edit'), static fn (array $form): bool => isset($form['sok'])));
        self::assertSame([['812345', '6']], array_map(static fn (array $form): array => [$form['elid'], $form['autoprolong']], $edits));
        self::assertSame('Semi-Annually', $this->record($service)->billingCycle);
    }

    public function testWhatTheAccountRefusesChangesNothingInWhmcs(): void
    {
        $service = $this->renewedByTheAccount(FakeTransport::fixture('error-value'));
        $this->refused('account.rejected', fn () => $this->change($service, 6));
        self::assertSame('Monthly', $this->record($service)->billingCycle);
        self::assertSame(['done', 'rejected'], $this->states($service));
    }

    public function testALostAnswerOfTheAccountIsSettledByWhatItShowsAndWhmcsFollows(): void
    {
        $service = $this->renewedByTheAccount(Reply::lost('timeout'));
        $this->refused('outcome.unknown', fn () => $this->change($service, 6));
        self::assertSame('Monthly', $this->record($service)->billingCycle);

        $form = str_replace('<autoprolong>null<', '<autoprolong>6<', FakeTransport::fixture('service')->body);
        $this->account->answer('addition.edit', Reply::received(200, $form));
        $this->app->settle()->run();
        self::assertSame('Semi-Annually', $this->record($service)->billingCycle);
        self::assertSame(['done', 'done'], $this->states($service));
    }

    public function testWhatWhmcsRefusesIsToldAndMayBeTriedAgain(): void
    {
        $service = $this->orderedService();
        $price = (array) Capsule::table('tblpricing')->first();
        Capsule::table('tblpricing')->update(['semiannually' => -1]);
        Capsule::table('tblpricing')->insert(array_diff_key($price, ['id' => 0]));
        $this->refused('refused.whmcs', fn () => $this->change($service, 6));
        self::assertSame(['done', 'rejected'], $this->states($service));
        Capsule::table('tblpricing')->update(['semiannually' => 80]);
        $this->change($service, 6);
        self::assertSame(['done', 'rejected', 'done'], $this->states($service));
    }

    public function testThePageOffersWhatProductAndTariffBothHave(): void
    {
        $service = $this->orderedService();
        $this->account->requests = [];
        $costs = array_map(strval(...), $this->app->offers()->periods($this->record($service)));
        self::assertSame(['Semi-Annually' => '57.00 EUR', 'Annually' => '913.93 EUR'], $costs);
        self::assertSame([], $this->app->offers()->periods($this->record($this->service())));
        self::assertSame([], $this->account->requests);
    }

    private function change(int $service, int $months): void
    {
        $this->app->changePeriod()->run($this->record($service), $months);
    }

    /** An ordered service whose account answers like this to a change of its auto-renewal. */
    private function renewedByTheAccount(?Reply $answer = null): int
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption4' => 'on']);
        $service = $this->orderedService();
        $form = FakeTransport::fixture('service');
        $this->account->answer(
            'addition.edit',
            static fn (array $form_): Reply => isset($form_['sok']) ? $answer ?? FakeTransport::fixture('ok') : $form
        );
        return $service;
    }
}
