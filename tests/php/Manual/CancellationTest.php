<?php

/**
 * How a service ends: by the client's request, for want of payment, after its term, at its recurring limit. Each deletes one order in the
 * account, or leaves it and says why.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Account\Reply;
use Standin\Automation\Cancellations;
use Standin\Billing\Invoices;
use Standin\Module\Command;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class CancellationTest extends ShopTest
{
    public function testAnImmediateRequestEndsTheOrderAtTheNextRun(): void
    {
        $service = $this->bought();
        $this->request($service, Cancellations::IMMEDIATE);
        self::assertCount(1, $this->orders->orders());
        foreach (['2026-12-02', '2026-12-03'] as $day) {
            $this->cron($day);
            self::assertSame(['Cancelled', []], [$this->status($service), $this->orders->orders()]);
        }
        self::assertSame(['addition.order.param', 'addition.delete'], $this->spent());
    }

    public function testARequestForTheEndOfThePeriodLeavesTheClientWhatIsPaidFor(): void
    {
        $service = $this->bought();
        $this->request($service, Cancellations::END_OF_PERIOD);
        $this->cron('2026-12-31');
        self::assertSame(['Active', 1], [$this->status($service), count($this->orders->orders())]);
        self::assertSame(1, Capsule::table('tblinvoices')->count(), 'and no renewal is billed');
        $this->cron('2027-01-01');
        self::assertSame(['Cancelled', []], [$this->status($service), $this->orders->orders()]);
    }

    public function testARefusalOfTheAccountIsToldAndTheRequestIsTriedAgain(): void
    {
        $service = $this->bought();
        $this->request($service, Cancellations::IMMEDIATE);
        $this->account->answer('addition.delete', 'error-minimum');
        $this->cron('2026-12-02');
        self::assertSame(['Active', 1], [$this->status($service), count($this->orders->orders())]);
        self::assertStringContainsString('The minimum order period for this service is 30 days', $this->queue()['Terminate']);

        $this->orders->open();
        $this->cron('2026-12-03');
        self::assertSame(['Cancelled', [], []], [$this->status($service), $this->orders->orders(), $this->queue()]);
    }

    public function testAnAccountThatIsDownOrSilentEndsNothingTwice(): void
    {
        $service = $this->bought();
        $this->request($service, Cancellations::IMMEDIATE);
        $this->orders->isDown();
        $this->cron('2026-12-02');
        self::assertSame('Active', $this->status($service));

        $this->orders->open();
        $this->orders->takesAndFallsSilent('addition.delete');
        $this->account->requests = [];
        $this->cron('2026-12-03');
        self::assertSame(['Active', []], [$this->status($service), $this->orders->orders()]);
        $this->orders->open();
        $this->cron('2026-12-04');
        self::assertSame('Cancelled', $this->status($service));
        self::assertSame(['addition.delete'], $this->spent());
    }

    public function testAnInvoiceThatIsPaidAfterTheEndRenewsNothing(): void
    {
        $service = $this->bought();
        $this->cron('2026-12-20');
        $this->request($service, Cancellations::IMMEDIATE);
        $this->cron('2026-12-21');
        $this->account->requests = [];
        self::assertFalse(Invoices::pay(2, 'mailin', 'T2'), 'it was cancelled with the request');
        Capsule::table('tblinvoices')->where('id', 2)->update(['status' => 'Unpaid']);
        Invoices::pay(2, 'mailin', 'T2');
        self::assertStringContainsString('has no order', $this->queue()['Renew']);
        self::assertSame([], $this->spent());
    }

    public function testAnOverdueServiceCannotBeSuspendedAndIsTerminatedInItsTime(): void
    {
        Setting::setValue('AutoSuspension', 'on');
        Setting::setValue('AutoTermination', 'on');
        $service = $this->bought();
        $this->cron('2026-12-20');
        $this->account->requests = [];
        $this->cron('2027-01-06');
        self::assertSame(['Suspend' => 'Function Not Supported by Module'], $this->queue());
        self::assertSame(['Active', 1, []], [$this->status($service), count($this->orders->orders()), $this->spent()]);

        $this->cron('2027-01-31');
        self::assertSame(['Terminated', [], ['addition.delete']], [$this->status($service), $this->orders->orders(), $this->spent()]);
    }

    public function testAServiceThatStaffSuspendedInWhmcsAloneIsPaidForAndRenewed(): void
    {
        $service = $this->bought();
        $this->cron('2026-12-20');
        $this->setStatus($service, 'Suspended');
        $this->pay();
        self::assertSame(['2027-02-01'], $this->orders->column('expiredate'));
        self::assertSame('success', Command::custom('Sync', $service));
        self::assertSame('Active', $this->status($service));
    }

    public function testAFixedTermEndsTheOrderAndTheTerminationEmailGoesOut(): void
    {
        $this->sell(['autoterminatedays' => 10, 'autoterminateemail' => 2]);
        $service = $this->bought();
        $this->cron('2026-12-10');
        self::assertSame('Active', $this->status($service));
        $this->account->answer('addition.delete', 'error-minimum');
        $this->cron('2026-12-11');
        self::assertSame('Active', $this->status($service));
        self::assertNotContains('Service Terminated', $this->mails());

        $this->orders->open();
        $this->cron('2026-12-12');
        $this->cron('2026-12-13');
        self::assertSame(['Terminated', []], [$this->status($service), $this->orders->orders()]);
        self::assertCount(1, array_keys($this->mails(), 'Service Terminated', true));
    }

    public function testAtTheRecurringLimitNothingIsRenewedAnyMore(): void
    {
        $this->sell(['recurringcycles' => 2]);
        $service = $this->bought();
        $this->cron('2026-12-20');
        $this->pay();
        self::assertSame(['2027-02-01'], $this->orders->column('expiredate'));
        foreach (['2027-01-25', '2027-02-01', '2027-02-20'] as $day) {
            $this->cron($day);
        }
        self::assertSame(['Completed', 2], [$this->status($service), Capsule::table('tblinvoices')->count()]);
        self::assertSame(['addition.order.param', 'service.prolong'], $this->spent());

        self::assertSame('success', Command::custom('Sync', $service));
        self::assertSame('Completed', $this->status($service), 'Sync does not revive it');
        self::assertSame('success', Command::run('Terminate', $service));
        self::assertSame([], $this->orders->orders(), 'and Terminate, whoever calls it, ends the order');
    }

    public function testAnAccountThatRenewsByItselfIsToldToStopAsSoonAsTheEndIsKnown(): void
    {
        $this->sell(['configoption4' => 'on']);
        $service = $this->bought();
        $this->cron('2026-12-05');
        self::assertSame(['1'], $this->orders->column('autoprolong'));

        $this->request($service, Cancellations::END_OF_PERIOD);
        $this->cron('2026-12-05');
        self::assertSame(['null'], $this->orders->column('autoprolong'));
        self::assertSame(['Active', 1], [$this->status($service), count($this->orders->orders())]);
        $this->cron('2027-01-01');
        self::assertSame(['Cancelled', []], [$this->status($service), $this->orders->orders()]);
    }

    public function testAfterAWithdrawnRequestPaidInvoicesRenewWhatTheAccountRenewsNoMore(): void
    {
        $this->sell(['configoption4' => 'on']);
        $service = $this->bought();
        $this->request($service, Cancellations::END_OF_PERIOD);
        $this->cron('2026-12-05');
        Capsule::table('tblcancelrequests')->delete();
        $this->cron('2026-12-20');
        $this->pay();
        self::assertSame([['null'], ['2027-02-01']], [$this->orders->column('autoprolong'), $this->orders->column('expiredate')]);
        self::assertSame(['addition.order.param', 'service.prolong'], $this->spent());
    }

    public function testAnAccountThatRenewsByItselfIsToldToStopAtTheRecurringLimit(): void
    {
        $this->sell(['recurringcycles' => 1, 'configoption4' => 'on']);
        $service = $this->bought();
        foreach (['2026-12-31' => '1', '2027-01-01' => 'null', '2027-01-02' => 'null'] as $day => $autoRenewal) {
            $this->cron($day);
            self::assertSame([$autoRenewal], $this->orders->column('autoprolong'), $day);
        }
        self::assertSame(['Completed', ['done', 'done']], [$this->status($service), $this->states($service)]);
    }

    public function testAServiceThatWasNeverBoughtIsCancelledWithoutTheAccount(): void
    {
        $this->account->answer('addition.order.param', Reply::notSent('no route'));
        [$service] = $this->order();
        $this->pay();
        $this->account->requests = [];
        self::assertStringContainsString('has no order', Command::run('Terminate', $service));
        self::assertSame([], $this->spent());
    }

    private function request(int $service, string $type): void
    {
        self::assertTrue(Cancellations::request(Capsule::table('tblhosting')->find($service), $type, 'no longer needed'));
    }
}
