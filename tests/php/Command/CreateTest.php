<?php

/**
 * An order is placed once, its id is kept before anything else, and a lost answer is found instead of ordered again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Exception\CostChanged;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Whmcs\Installation;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class CreateTest extends ModuleTest
{
    public function testAnOrderCarriesWhatTheClientWroteAndIsPaidAtOnce(): void
    {
        $service = $this->service([], ['item' => '1001-ABCDEF', 'bitninja_email' => 'client@example.com']);

        self::assertSame('success', Command::run('Create', $service));

        $order = $this->account->spending()[0];
        self::assertSame('addition.order.param', $order['func']);
        self::assertSame('55371', $order['pricelist']);
        self::assertSame('1', $order['period']);
        self::assertSame('1001', $order['item']);
        self::assertSame('client@example.com', $order['bitninja_email']);
        self::assertSame('null', $order['autoprolong']);
        self::assertSame('on', $order['skipbasket']);
        self::assertSame('ok', $order['sok']);
        self::assertSame('whmcs-' . (new Installation())->id() . "-$service-0", $order['remoteid']);
    }

    public function testTheOrdersIdAndTheKeyAreKept(): void
    {
        $service = $this->service();
        ispmanagernoc_CreateAccount($this->whmcs->params($service));

        $fields = $this->whmcs->customFields($service);
        self::assertSame('812345', $fields['order_id']);
        self::assertSame('BN-KEY-0001', $fields['bitninjakey']);
        self::assertSame('p&amp;w&lt;1&gt;&quot;&#039;ы', $fields['bitninja_password']);
        self::assertSame('p&w<1>"\'ы', $this->app->fields()->read($this->record($service))['bitninja_password']);
        self::assertSame(['done'], $this->states($service));
    }

    public function testTwoCreatesMakeOneOrder(): void
    {
        $service = $this->service();
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testTheJournalRemembersAnOrderWhoseFieldWasEmptied(): void
    {
        $service = $this->service();
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->whmcs->setCustomField($service, 'order_id', '');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
    }

    public function testALostAnswerIsFoundByTheRemoteIdAndNotOrderedAgain(): void
    {
        $service = $this->service();
        $this->account
            ->answer('addition.order.param', Reply::lost('timeout'))
            ->answer('addition', FakeTransport::fixture('list', ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"]));

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
        self::assertSame(['done'], $this->states($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testAnAnswerWithoutAnIdIsLookedUpByItemTariffAndDate(): void
    {
        $service = $this->service();
        $this->account
            ->answer('addition.order.param', 'ok')
            ->answer('addition', FakeTransport::fixture('list-without-remoteid', ['created' => gmdate('Y-m-d', $this->clock->now())]));

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
    }

    public function testOfTwoServicesThatLostTheAnswerToTheSameOrderNoneTakesWhatIsThereByItself(): void
    {
        [$first, $second] = [$this->service(), $this->service()];
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($first));
        $list = FakeTransport::fixture('list-without-remoteid', ['created' => gmdate('Y-m-d', $this->clock->now())]);
        $this->account->answer('addition', $list);
        ispmanagernoc_CreateAccount($this->whmcs->params($second));
        self::assertSame(['unknown'], $this->states($second));

        $this->whmcs->setCustomField($first, 'order_id', '812345');
        $this->app->settle()->run();
        self::assertSame(['done'], $this->states($first));
        self::assertSame(['unknown'], $this->states($second));
    }

    public function testAnOrderWhoseAnswerArrivesWhileAnotherServiceLooksForItsOwnIsNotTaken(): void
    {
        [$looking, $waiting] = [$this->service(), $this->service()];
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($waiting));
        $list = FakeTransport::fixture('list-without-remoteid', ['created' => gmdate('Y-m-d', $this->clock->now())]);
        $this->account->answer('addition', $list)->answer('addition.edit', function () use ($waiting): Reply {
            $this->app->journal()->done($this->app->journal()->forService($waiting)[0], '812345', 'journal.ordered', ['order' => '812345']);
            return FakeTransport::fixture('error-missed');
        });

        self::assertStringContainsString('Retry is safe', ispmanagernoc_CreateAccount($this->whmcs->params($looking)));
        self::assertSame(['unknown'], $this->states($looking));
        self::assertSame('', $this->app->journal()->forService($looking)[0]->orderId);
    }

    public function testAnOrderThatIsAlikeMayBeOneThatWasWrittenOffForAnotherService(): void
    {
        [$first, $second] = [$this->service(), $this->service()];
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($first));
        $this->quietTimePasses();
        self::assertSame(['not-placed'], $this->states($first));

        ispmanagernoc_CreateAccount($this->whmcs->params($second));
        $list = FakeTransport::fixture('list-without-remoteid', ['created' => gmdate('Y-m-d', $this->clock->now())]);
        $this->account->answer('addition', $list);
        $this->app->settle()->run();
        self::assertSame(['unknown'], $this->states($second));
        self::assertStringContainsString('812345', ispmanagernoc_CreateAccount($this->whmcs->params($first)));
        self::assertSame(['unknown', 'not-placed'], $this->states($first));
        self::assertCount(2, $this->account->spending());

        $this->account->answer('addition', 'list-empty')->answer('addition.order.param', 'ordered');
        $this->quietTimePasses();
        self::assertStringContainsString('812345', $this->textOf($this->app->journal()->forService($first)[1]));
        self::assertSame(['not-placed', 'not-placed'], $this->states($first));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($first)));
    }

    public function testAnOrderThatAPersonGaveToAnotherServiceIsNoReasonToWait(): void
    {
        [$first, $second] = [$this->service(), $this->service()];
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($first));
        ispmanagernoc_CreateAccount($this->whmcs->params($second));
        $list = FakeTransport::fixture('list-without-remoteid', ['created' => gmdate('Y-m-d', $this->clock->now())]);
        $this->account->answer('addition', $list);
        $this->app->settle()->run();
        self::assertStringContainsString('812345', $this->textOf($this->app->journal()->forService($second)[0]));

        $this->whmcs->setCustomField($first, 'order_id', '812345');
        $this->quietTimePasses();
        self::assertSame([['done'], ['not-placed']], [$this->states($first), $this->states($second)]);
        self::assertStringNotContainsString('812345', $this->textOf($this->app->journal()->forService($second)[0]));
    }

    private function textOf(\IspmanagerNoc\Journal\Entry $entry): string
    {
        return \IspmanagerNoc\Texts::in('en')->get($entry->textKey, $entry->textValues);
    }

    public function testAnotherServicesOrderIsNeverTaken(): void
    {
        $this->account->answer('addition', FakeTransport::fixture('list-without-remoteid', ['created' => gmdate('Y-m-d', $this->clock->now())]));
        $this->service([], ['order_id' => '812345']);
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        $service = $this->service();

        self::assertStringContainsString('not known yet', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('', $this->whmcs->customFields($service)['order_id']);
    }

    public function testAnAccountThatFallsSilentAfterTheCallIsNoReasonToSayThatNothingWasSent(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'))->answer('addition', Reply::lost('bad gateway'));

        self::assertStringContainsString('not known yet', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['unknown'], $this->states($service));
    }

    public function testWhileTheOutcomeIsUnknownNothingIsSentAgain(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        $texts = [];
        for ($minute = 0; $minute < 15; $minute++) {
            $texts[] = ispmanagernoc_CreateAccount($this->whmcs->params($service));
            $this->clock->pause(59);
        }
        self::assertNotContains('success', $texts);
        self::assertCount(1, $this->account->spending());
        self::assertSame(['unknown'], $this->states($service));
    }

    public function testAfterTheQuietTimeAndTwoLooksItMayBeOrderedAgain(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'), FakeTransport::fixture('ordered'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->clock->pause(900);

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['not-placed', 'done'], $this->states($service));
        self::assertCount(2, $this->account->spending());
    }

    public function testAnOrderThatWasWrittenOffAndTurnedUpIsTakenInsteadOfASecondOne(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->clock->pause(901);
        $this->app->settle()->run();
        self::assertSame(['not-placed'], $this->states($service));
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"]));

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
    }

    public function testAnOrderThatAnotherProcessFindsAtTheLastMomentIsNotOrderedAgain(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->clock->pause(901);
        $this->app->settle()->run();
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"]));
        $this->account->answer('subaccount', function () use ($service): Reply {
            self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
            return FakeTransport::fixture('balance');
        }, 'balance');

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
        self::assertSame(['done', 'not-placed', 'not-placed'], $this->states($service));
    }

    public function testNothingWasSentSoRetryOrders(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::notSent('no connection'), FakeTransport::fixture('ordered'));

        self::assertStringContainsString('Nothing was sent', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['not-placed', 'done'], $this->states($service));
    }

    public function testARefusalIsShownInTheAccountsWords(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', 'error-value');

        $text = ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertStringContainsString("The 'ispmanager license' field has invalid value.", $text);
        self::assertSame(['rejected'], $this->states($service));
    }

    public function testAnUnpaidOrderIsNeitherASuccessNorSentAgain(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', 'unpaid')->answer('basket', 'basket');

        self::assertStringContainsString('BO-77', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->clock->pause(2000);
        self::assertStringContainsString('BO-77', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['unpaid'], $this->states($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testAnUnpaidOrderThatWasPaidLaterIsTaken(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', 'unpaid')->answer('basket', 'basket');
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"]));

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['done'], $this->states($service));
    }

    public function testAProcessThatDiedAfterSendingIsSettledAndOneThatStillRunsIsLeftAlone(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', static function (): never {
            throw new \RuntimeException('killed');
        });
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertSame(['sent'], $this->states($service));

        self::assertStringContainsString('Another process', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->clock->pause(121);
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"]));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testACostThatChangedSinceItWasConfirmedSendsNothing(): void
    {
        $service = $this->service();
        try {
            $this->app->create()->run($this->record($service), new Money(999, 'EUR'));
            self::fail('The cost had changed');
        } catch (CostChanged $changed) {
            self::assertSame('10.00 EUR', $changed->values['new']);
        }
        self::assertSame([], $this->account->spending());
    }

    public function testTheWaitForTheKeyIsBoundedAndItsAbsenceIsNoFailure(): void
    {
        $service = $this->service();
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '5_open', 'expires' => '2026-12-23']));

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertLessThanOrEqual(22.0, $this->clock->elapsed);
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
    }

    public function testAnOrderThatTheAccountDeletedIsNoSuccessAndMakesRoomByTermination(): void
    {
        $service = $this->orderedService();
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '4', 'expires' => '']));
        self::assertStringContainsString('press Terminate first', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->account->spending());

        $this->account->answer('addition.order.param', FakeTransport::fixture('ordered-again'));
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('812399', $this->whmcs->customFields($service)['order_id']);
    }

    public function testAfterATerminationTheServiceMayBeOrderedAgainUnderANewNumber(): void
    {
        $service = $this->orderedService();
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        $this->account->answer('addition.order.param', FakeTransport::fixture('ordered-again'));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));

        $this->whmcs->setCustomField($service, 'order_id', '812345');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(2, $this->account->spending());
        self::assertStringEndsWith("-$service-1", $this->account->spending()[1]['remoteid']);
        self::assertSame('812399', $this->whmcs->customFields($service)['order_id']);
    }

    public function testTheAutomationSettlesAndLetsWhmcsFinishTheService(): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        Command::automated('Create', $service);
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"]));

        self::assertSame(1, $this->app->settle()->run());
        self::assertSame('Active', Capsule::table('tblhosting')->where('id', $service)->value('domainstatus'));
        self::assertCount(1, $this->account->spending());
    }
}
