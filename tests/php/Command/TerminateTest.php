<?php

/**
 * An end is asked for once; what is gone already is a success, and the account's reasons are shown.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class TerminateTest extends ModuleTest
{
    public function testAnOrderIsDeletedOnce(): void
    {
        $service = $this->orderedService();
        self::assertSame('success', $this->terminate($service));
        self::assertSame('success', $this->terminate($service));
        self::assertCount(1, $this->account->spending());
        self::assertSame('812345', $this->account->spending()[0]['elid']);
    }

    public function testWhatIsGoneAlreadyIsASuccessAndNothingIsSent(): void
    {
        foreach ([FakeTransport::fixture('error-missed'), FakeTransport::fixture('service-status', ['status' => '4', 'expires' => ''])] as $answer) {
            $service = $this->orderedService();
            $this->account->answer('addition.edit', $answer);
            self::assertSame('success', $this->terminate($service));
            self::assertSame([], $this->account->spending());
            self::assertSame(['done', 'done'], $this->states($service));
            $this->account->answer('addition.edit', 'service');
        }
    }

    public function testWhatVanishedBetweenTheLookAndTheCallIsASuccess(): void
    {
        $service = $this->orderedService();
        $this->account->answer('addition.edit', 'service', 'error-missed')->answer('addition.delete', 'error-missed');
        self::assertSame('success', $this->terminate($service));
        self::assertSame('success', $this->terminate($service));
    }

    public function testAFunctionThatTheAccountDoesNotKnowIsNoSuccess(): void
    {
        $service = $this->orderedService();
        $this->account->answer('addition.delete', 'error-missed');
        self::assertStringContainsString('refused', $this->terminate($service));
        self::assertSame(['done', 'rejected'], $this->states($service));
    }

    public function testTheMinimumPeriodIsShownAsTheAccountSaysIt(): void
    {
        $service = $this->orderedService();
        $this->account->answer('addition.delete', 'error-minimum');
        self::assertStringContainsString('The minimum order period for this service is 30 days. 12 are left', $this->terminate($service));
    }

    public function testALostAnswerIsSettledByLooking(): void
    {
        $service = $this->orderedService();
        $this->account
            ->answer('addition.delete', Reply::lost('timeout'))
            ->answer('addition.edit', 'service', FakeTransport::fixture('service-status', ['status' => '4', 'expires' => '']));
        self::assertSame('success', $this->terminate($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testAServiceThatWasNeverOrderedIsRefused(): void
    {
        self::assertStringContainsString('no order', $this->terminate($this->service()));
        self::assertSame([], $this->account->requests);
    }

    public function testADisabledServerStillEndsItsServices(): void
    {
        $service = $this->orderedService();
        \WHMCS\Database\Capsule::table('tblservers')->update(['disabled' => 1]);
        self::assertSame('success', $this->terminate($service));
    }

    private function terminate(int $service): string
    {
        return ispmanagernoc_TerminateAccount($this->whmcs->params($service));
    }

    public function testAfterTheOrderThatStaffWroteIntoTheFieldNoOtherOneIsDeleted(): void
    {
        $service = $this->orderedService();
        $this->whmcs->setCustomField($service, 'order_id', '900000');
        self::assertSame('success', $this->terminate($service));
        self::assertSame('success', $this->terminate($service));
        self::assertSame(['900000'], array_column($this->account->spending(), 'elid'));
    }

    public function testTheAutomationThatFinishesAnEndDeletesNoOtherOrder(): void
    {
        $service = $this->orderedService();
        $this->whmcs->setCustomField($service, 'order_id', '900000');
        $this->account->answer('addition.delete', Reply::lost('timeout'), FakeTransport::fixture('ok'));
        $this->terminate($service);
        $this->account->answer('addition.edit', static fn (array $form): Reply => FakeTransport::fixture('service-status', [
            'status' => $form['elid'] === '900000' ? '4' : '2', 'expires' => '2026-12-23',
        ]));
        $this->clock->pause(300);
        $this->app->settle()->run();
        self::assertSame('Terminated', $this->record($service)->status);
        self::assertSame(['900000'], array_column($this->account->spending(), 'elid'));
    }

    public function testAnOrderOfAnotherTypeThanItSeemsIsFoundAndDeleted(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => '700001']);
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption1' => '99123']);
        $this->account
            ->answer('addition.edit', 'error-missed')
            ->answer('softexternal.edit', Reply::received(200, str_replace(['812345', '55371'], ['700001', '99123'], FakeTransport::fixture('service')->body)))
            ->answer('softexternal.delete', 'ok');
        self::assertSame('success', $this->terminate($service));
        self::assertSame(['softexternal.delete'], array_column($this->account->spending(), 'func'));
    }

    public function testALoginThatMayNotLookAtOtherTypesHasNoOrdersThere(): void
    {
        $service = $this->orderedService();
        $this->account
            ->answer('addition.edit', 'error-missed')
            ->answer('softexternal.edit', Reply::received(200, '<doc><error type="access"><msg>Insufficient privileges</msg></error></doc>'));
        self::assertSame('success', $this->terminate($service));
        self::assertSame([], $this->account->spending());
    }

    public function testAnOrderThatTurnedUpAfterAnEndIsRemembered(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'), FakeTransport::fixture('ordered'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->quietTimePasses();
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertSame('success', $this->terminate($service));

        $this->clock->pause(60);
        $list = FakeTransport::fixture('list', ['remoteid' => $this->account->spending()[0]['remoteid']]);
        $this->account->answer('addition', Reply::received(200, str_replace('812345', '812399', $list->body)));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->whmcs->setCustomField($service, 'order_id', '');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('812399', $this->whmcs->customFields($service)['order_id']);
        self::assertCount(3, $this->account->spending());
    }
}
