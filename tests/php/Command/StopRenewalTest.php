<?php

/**
 * An account that renews an order by itself is told to stop when its service is to end: once, with what came of it in the journal and for
 * staff, and never where it is not certain whose the order is.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class StopRenewalTest extends RenewalTest
{
    private const DAY = 86400;

    /** How the account answers to a change. */
    private Reply $answer;
    /** What its form shows of the auto-renewal, and what it shows after a change. */
    private string $shown = '1';
    private string $afterwards = 'null';
    /** @var array<string, true> orders that were changed */
    private array $changed = [];

    protected function setUp(): void
    {
        parent::setUp();
        Capsule::table('tblproducts')->update(['configoption4' => 'on']);
        $this->answer = FakeTransport::fixture('ok');
    }

    public function testTheAccountIsToldOnceAndStaffReadWhy(): void
    {
        $service = $this->ending();
        $this->cron();
        self::assertSame([['812345', 'null']], $this->told());
        self::assertSame(['done', 'done'], $this->states($service));
        self::assertSame(
            ["ispmanager NOC: #$service: its cancellation is requested, so the account was told to stop renewing order 812345 by itself. Should the "
                . 'request be withdrawn, paid invoices renew it; where there are none (free, one-time), switch auto-renewal on again in the account.'],
            $this->notes()
        );
        $this->account->requests = [];
        $this->clock->pause(self::DAY);
        $this->cron();
        self::assertSame([], $this->account->requests);
    }

    public function testACompletedServiceIsOneThatIsToEnd(): void
    {
        $service = $this->renewing();
        $this->setStatus($service, 'Completed');
        $this->cron();
        self::assertCount(1, $this->told());
        self::assertStringContainsString('WHMCS has completed it', implode($this->notes()));
    }

    public function testAServiceThatWentOnAndIsCompletedAgainIsToldOfAgain(): void
    {
        $service = $this->renewing();
        foreach (['2026-12-24', '2027-12-24'] as $due) {
            $this->changed = [];
            $this->set($service, ['domainstatus' => 'Completed', 'nextduedate' => $due]);
            $this->cron();
            $this->cron();
            $this->setStatus($service, 'Active');
        }
        self::assertCount(2, $this->told());
    }

    public function testALinkedOrderThatRenewsItselfIsStoppedAsWell(): void
    {
        Capsule::table('tblproducts')->update(['configoption4' => '']);
        $this->account->answer('addition.edit', $this->edit(...));
        $service = $this->service(['domainstatus' => 'Active']);
        $this->app->linkOrder()->run($this->record($service), '812345');
        $this->request($service);
        $this->cron();
        self::assertCount(1, $this->told());
    }

    public function testWhereAPersonSwitchedItOffWhatTheAccountHadRenewedIsNotBoughtAgain(): void
    {
        $service = $this->ending();
        $this->answer = FakeTransport::fixture('error-value');
        $this->cron();
        $this->shown = $this->afterwards = 'null';
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame([], array_column($this->forms('service.prolong'), 'elid'));
    }

    public function testWhatTheAccountRenewedAfterItWasToldInVainIsNotBoughtAgain(): void
    {
        $service = $this->ending();
        $this->answer = FakeTransport::fixture('error-value');
        $this->cron();
        $body = str_replace('<expiredate>2026-12-23<', '<expiredate>2027-01-23<', FakeTransport::fixture('service')->body);
        $this->account->answer('addition.edit', Reply::received(200, $body));
        Capsule::table('tblcancelrequests')->delete();
        $this->paidFrom($service, '2026-12-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame([], $this->forms('service.prolong'));
    }

    public function testWhatTheAccountRenewsThoughTheProductDoesNotSaySoIsNotBoughtTwice(): void
    {
        $service = $this->renewing();
        Capsule::table('tblproducts')->update(['configoption4' => '']);
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame([], $this->forms('service.prolong'));
        $this->paidFrom($service, '2026-12-24');
        $this->renew($service);
        self::assertCount(1, $this->forms('service.prolong'), 'what its end does not cover');
    }

    public function testAnEndThatNobodyWasToldOfCoversNothing(): void
    {
        $this->shown = 'null';
        $service = $this->ending();
        $this->cron();
        Capsule::table('tblcancelrequests')->delete();
        $this->paidFrom($service, '2026-11-24');
        $this->account->answer('service.prolong', 'prolonged');
        $this->renew($service);
        self::assertCount(1, $this->forms('service.prolong'));
    }

    public function testAnOrderThatWasOrderedWithAutoRenewalIsStoppedWhateverTheProductSaysByNow(): void
    {
        $this->ending();
        Capsule::table('tblproducts')->update(['configoption4' => '']);
        $this->cron();
        self::assertCount(1, $this->told());
    }

    public function testWhoseAccountDoesNotRenewIsNotAsked(): void
    {
        Capsule::table('tblproducts')->update(['configoption4' => '']);
        $this->ending();
        $this->cron();
        self::assertSame([], $this->account->requests);
    }

    public function testAnAccountThatShowsThatItDoesNotRenewIsToldNothingAndAskedOnce(): void
    {
        $this->shown = 'null';
        $service = $this->ending();
        $this->cron();
        $this->cron();
        self::assertCount(1, $this->account->requests);
        self::assertSame([[], []], [$this->told(), $this->notes()]);
        self::assertSame('journal.renews-not', $this->app->journal()->forService($service)[0]->textKey);
    }

    public function testWithoutARequestOrAfterTheEndNobodyIsAsked(): void
    {
        $withdrawn = $this->ending();
        Capsule::table('tblcancelrequests')->where('relid', $withdrawn)->delete();
        $this->cron();
        foreach (['Terminated', 'Cancelled', 'Fraud', 'Pending'] as $status) {
            $this->setStatus($withdrawn, $status);
            $this->request($withdrawn);
            $this->cron();
        }
        $this->setStatus($withdrawn, 'Active');
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($withdrawn)));
        $this->account->requests = [];
        $this->cron();
        self::assertSame([], $this->account->requests);
    }

    public function testAnOrderThatTheJournalDidNotPlaceForTheServiceIsLeftAlone(): void
    {
        $this->request($this->service(['domainstatus' => 'Active'], ['order_id' => '812345']));
        $service = $this->ending();
        $this->whmcs->setCustomField($service, 'order_id', '700000');
        $this->cron();
        self::assertSame([], $this->account->requests);
    }

    public function testAServiceWithSomethingUnderWayWaitsForTheNextRun(): void
    {
        $service = $this->ending();
        $entry = $this->app->journal()->claim("renew:$service:from-x", Operation::Renew, $service, $this->serverRecord(), '812345', null, []);
        self::assertNotNull($entry);
        $this->cron();
        self::assertSame([], $this->account->requests);
        $this->app->journal()->neverSent($entry);
        $this->cron();
        self::assertCount(1, $this->told());
    }

    public function testALostAnswerIsSettledByWhatTheAccountShows(): void
    {
        $service = $this->ending();
        $this->answer = Reply::lost('timeout');
        $this->afterwards = '1';
        $this->cron();
        self::assertSame([['done', 'unknown'], []], [$this->states($service), $this->notes()]);

        $this->afterwards = 'null';
        $this->app->settle()->run();
        $this->cron();
        self::assertSame(['done', 'done'], $this->states($service));
        self::assertCount(1, $this->told());
        self::assertCount(1, $this->notes());
    }

    public function testALostAnswerThatChangedNothingKeepsNoEndWaitingAndIsTriedAgainADayLater(): void
    {
        $service = $this->ending();
        $this->answer = Reply::lost('timeout');
        $this->afterwards = '1';
        $this->cron();
        $this->clock->pause(61);
        $this->app->settle()->run();
        self::assertSame(['done', 'not-placed'], $this->states($service));
        self::assertStringContainsString('could not be switched off. The account was asked', implode($this->notes()));
        $this->cron();
        self::assertCount(1, $this->told());

        $this->answer = FakeTransport::fixture('ok');
        $this->afterwards = 'null';
        $this->clock->pause(self::DAY);
        $this->cron();
        self::assertSame(['done', 'not-placed', 'done'], $this->states($service));
    }

    public function testARefusalIsTriedOnThreeDaysAndToldToStaffEachTime(): void
    {
        $service = $this->ending();
        $this->answer = FakeTransport::fixture('error-value');
        $this->afterwards = '1';
        for ($hour = 0; $hour < 24 * 5; $hour++) {
            $this->cron();
            $this->clock->pause(3600);
        }
        self::assertCount(3, $this->told());
        self::assertSame(['done', 'rejected', 'rejected', 'rejected'], $this->states($service));
        $notes = $this->notes();
        self::assertCount(3, $notes);
        self::assertStringContainsString("field has invalid value. Attempt 3 of 3, one a day.", $notes[2]);

        Capsule::table('tblcancelrequests')->delete();
        $this->request($service);
        $this->cron();
        self::assertCount(4, $this->told(), 'another request is another reason');
    }

    public function testAnAccountThatSaysYesAndGoesOnRenewingIsNotBelieved(): void
    {
        $service = $this->ending();
        $this->afterwards = '1';
        $this->cron();
        $entry = $this->app->journal()->forService($service)[0];
        self::assertSame(['not-placed', 'journal.still-renews'], [$entry->state->value, $entry->textKey]);
        self::assertStringContainsString('still shows that it renews order 812345', implode($this->notes()));
    }

    /** Which words the account has for none is not documented. */
    public function testAnAccountThatShowsItInAnotherWayIsBelieved(): void
    {
        foreach (['', 'off', '0'] as $none) {
            $service = $this->ending();
            $this->changed = [];
            $this->afterwards = $none;
            $this->cron();
            self::assertSame(['done', 'done'], $this->states($service));
            Capsule::table('mod_ispmanagernoc_journal')->delete();
            Capsule::table('tblcancelrequests')->delete();
            $this->whmcs->setCustomField($service, 'order_id', '');
        }
    }

    public function testAnOrderThatTheAccountDoesNotShowIsToldOfAllTheSame(): void
    {
        $service = $this->ending();
        $this->account->answer('addition.edit', 'error-missed');
        $this->cron();
        self::assertSame(['done', 'rejected'], $this->states($service));
        self::assertCount(1, $this->notes());
    }

    public function testAnAccountThatIsDownOrRefusesTheLoginIsAskedOnceARunAndLeavesNoTrace(): void
    {
        $services = [$this->ending('812345'), $this->ending('812346')];
        foreach ([Reply::notSent('no route'), FakeTransport::fixture('error-password')] as $reply) {
            $this->account->answer('addition.edit', $reply);
            $this->account->requests = [];
            $this->cron();
            self::assertCount(1, array_unique(array_column($this->forms('addition.edit'), 'elid')));
            self::assertSame([['done'], ['done'], []], [...array_map($this->states(...), $services), $this->notes()]);
        }
    }

    public function testARunIsBoundedAndTheNextOneGoesOn(): void
    {
        foreach (range(1, 25) as $number) {
            $this->ending((string) (800000 + $number));
        }
        $this->cron();
        self::assertCount(20, $this->told());
        $this->cron();
        $this->cron();
        self::assertCount(25, $this->told());
        self::assertCount(25, array_unique(array_column($this->told(), 0)));
    }

    public function testAChangeOfThePeriodDoesNotHaveTheAccountRenewAgain(): void
    {
        Capsule::table('tblclients')->update(['currency' => 1]);
        Capsule::table('tblpricing')->insert([
            'type' => 'product', 'currency' => 1, 'relid' => $this->product, 'monthly' => 15, 'quarterly' => 40, 'semiannually' => 80, 'annually' => 150,
        ]);
        $service = $this->ending();
        $this->cron();
        $this->app->changePeriod()->run($this->record($service), 6);
        self::assertSame('Semi-Annually', $this->record($service)->billingCycle);
        self::assertCount(1, $this->told());
    }

    public function testAfterAWithdrawnRequestWhatTheAccountHadRenewedIsNotBoughtAgainAndTheNextPeriodIs(): void
    {
        $service = $this->ending();
        $this->cron();
        Capsule::table('tblcancelrequests')->delete();
        $this->paidFrom($service, '2026-11-24');
        self::assertSame('success', $this->renew($service));
        self::assertSame([], $this->account->spending());

        $this->paidFrom($service, '2026-12-24');
        self::assertSame('success', $this->renew($service));
        self::assertCount(1, $this->account->spending());
    }

    /** A service that the account renews by itself. */
    private function renewing(string $order = '812345'): int
    {
        $this->account->answer('addition.order.param', Reply::received(200, "<doc><id>$order</id><ok/></doc>"));
        $this->account->answer('addition.edit', $this->edit(...));
        return $this->orderedService();
    }

    /** The same, whose cancellation is requested. */
    private function ending(string $order = '812345'): int
    {
        $service = $this->renewing($order);
        $this->request($service);
        return $service;
    }

    private function request(int $service): void
    {
        Capsule::table('tblcancelrequests')->insert([
            'date' => '2026-11-24 10:00:00', 'relid' => $service, 'reason' => 'no longer needed', 'type' => 'End of Billing Period',
        ]);
    }

    /** @param array<string, string> $form */
    private function edit(array $form): Reply
    {
        if (isset($form['sok'])) {
            $this->changed[$form['elid']] = true;
            return $this->answer;
        }
        $shown = isset($this->changed[$form['elid']]) ? $this->afterwards : $this->shown;
        $body = FakeTransport::fixture('service')->body;
        return Reply::received(200, str_replace('<autoprolong>null<', "<autoprolong>$shown<", $body));
    }

    private function cron(): void
    {
        $this->app->stopRenewals()->run();
    }

    /** @return list<array{string, string}> the orders and what was said of their auto-renewal */
    private function told(): array
    {
        $changes = array_filter($this->forms('addition.edit'), static fn (array $form): bool => isset($form['sok']));
        return array_values(array_map(static fn (array $form): array => [$form['elid'], $form['autoprolong']], $changes));
    }

    /** @return list<string> */
    private function notes(): array
    {
        return array_values(preg_grep('/by itself\.|switched off/', $this->whmcs->activityLog()));
    }
}
