<?php

/**
 * A renewal whose outcome is not certain is judged by the end date, and never made twice.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class RenewOutcomeTest extends RenewalTest
{
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

    public function testADateThatMovesWhileThePaymentStillWaitsWasMovedBySomethingElse(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', 'unpaid')->answer('basket', 'basket');
        $this->renew($service);
        $this->expires('2027-01-23');
        $this->app->settle()->run();
        self::assertSame(['done', 'unpaid'], $this->states($service));

        $this->account->answer('basket', Reply::received(200, '<doc/>'));
        $this->app->settle()->run();
        self::assertSame(['done', 'done'], $this->states($service));
    }
}
