<?php

/**
 * The automation settles what is open within its time, finishes what turned up late and survives every failure.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class SettleTest extends ModuleTest
{
    public function testADeadAccountLeavesEverythingOpenAndCostsLittleTime(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        $services = array_map(fn () => $this->service(), range(1, 3));
        foreach ($services as $service) {
            ispmanagernoc_CreateAccount($this->whmcs->params($service));
        }
        $this->account->answer('addition', function (): Reply {
            $this->clock->pause(5);
            return Reply::notSent('connect timeout');
        });
        $start = $this->clock->elapsed;
        self::assertSame(0, $this->app->settle()->run());
        self::assertLessThanOrEqual(26.0, $this->clock->elapsed - $start);
        foreach ($services as $service) {
            self::assertSame(['unknown'], $this->states($service));
        }
    }

    public function testManyEntriesOfASlowAccountDoNotKeepAnothersWaiting(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        foreach (range(1, 30) as $number) {
            ispmanagernoc_CreateAccount($this->whmcs->params($this->service()));
        }
        $columns = ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru-partner', 'password' => 'x', 'active' => 0];
        $other = $this->service(['server' => $this->whmcs->server('ispmanagernoc', $columns)]);
        $this->app->breaker()->succeeded($this->server);
        ispmanagernoc_CreateAccount($this->whmcs->params($other));
        self::assertSame(['unknown'], $this->states($other));
        $this->clock->pause(901);
        $this->account->requests = [];
        $this->account->answer('addition', function (array $form): Reply {
            if (str_starts_with($form['authinfo'], 'ru-')) {
                return FakeTransport::fixture('list-empty');
            }
            $this->clock->pause(8);
            return Reply::lost('timeout');
        });
        $start = $this->clock->elapsed;
        $this->app->settle()->run();
        self::assertLessThanOrEqual(20.0, $this->clock->elapsed - $start);
        $this->app->settle()->run();
        self::assertSame(['not-placed'], $this->states($other));
        $asked = array_filter($this->account->requests, static fn ($request): bool => str_starts_with($request->form['authinfo'], 'eu-'));
        self::assertCount(2, $asked, 'Once a run, however many entries wait');
    }

    public function testAWrongPasswordIsTriedOnceInARun(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        foreach (range(1, 5) as $number) {
            ispmanagernoc_CreateAccount($this->whmcs->params($this->service()));
        }
        $this->account->requests = [];
        $this->account->answer('addition', 'error-password');
        $this->app->settle()->run();
        self::assertCount(1, $this->account->requests);
    }

    public function testServicesThatWhmcsFinishesStayWithinTheTimeOfTheRun(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        $services = array_map(fn () => $this->service(['domainstatus' => 'Pending']), range(1, 4));
        $rows = '';
        foreach ($services as $service) {
            Command::automated('Create', $service);
            $name = 'whmcs-' . (new \IspmanagerNoc\Whmcs\Installation())->id() . "-$service-0";
            $rows .= "<elem><id>81234$service</id><item_status orig=\"5\">x</item_status><remoteid>$name</remoteid></elem>";
        }
        $this->account->answer('addition', Reply::received(200, "<doc>$rows</doc>"));
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '5', 'expires' => '']));
        $start = $this->clock->elapsed;
        $this->app->settle()->run();
        self::assertLessThanOrEqual(22.0, $this->clock->elapsed - $start);
        $this->app->settle()->run();
        $this->app->settle()->run();
        foreach ($services as $service) {
            self::assertSame(['done'], $this->states($service));
        }
    }

    public function testReadsGetNoMoreTimeThanIsLeft(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($this->service()));
        $this->account->requests = [];
        $this->app->settle()->run();
        foreach ($this->account->requests as $request) {
            self::assertLessThanOrEqual(20, $request->totalSeconds);
        }
    }

    public function testOneFailureDoesNotStopTheOthers(): void
    {
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        $first = $this->service();
        $second = $this->service();
        foreach ([$first, $second] as $service) {
            ispmanagernoc_CreateAccount($this->whmcs->params($service));
        }
        $this->account->answer('addition', static fn () => throw new \RuntimeException('unforeseen'), FakeTransport::fixture('list-empty'));
        $this->clock->pause(901);
        self::assertSame(1, $this->app->settle()->run());
        self::assertStringContainsString('did not do it', implode("\n", $this->whmcs->activityLog()));
    }

    public function testAnOrderThatIsFoundWaitingForItsPaymentIsNotDoneBeforeItIsPaid(): void
    {
        $service = $this->service();
        $name = 'whmcs-' . (new \IspmanagerNoc\Whmcs\Installation())->id() . "-$service-0";
        $listed = static fn (int $status): Reply => Reply::received(200, "<doc><elem><id>812345</id><item_status orig=\"$status\">x</item_status>"
            . "<remoteid>$name</remoteid></elem></doc>");
        $this->account
            ->answer('addition.order.param', Reply::lost('timeout'))
            ->answer('addition', $listed(1))
            ->answer('basket', self::basketFor('812345'));
        self::assertStringContainsString('waits there for its payment', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertStringContainsString('BO-77', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->clock->pause(5000);
        $this->app->settle()->run();
        self::assertSame(['unpaid'], $this->states($service));

        $this->account->answer('addition', $listed(2))->answer('basket', Reply::received(200, '<doc/>'));
        $this->app->settle()->run();
        self::assertSame(['done'], $this->states($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testARenewalThatIsFoundWaitingForItsPaymentIsNeitherDoneNorSentAgain(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('service.prolong', Reply::lost('timeout'))->answer('basket', self::basketFor('812345'));
        self::assertStringContainsString('waits there for its payment', ispmanagernoc_Renew($this->whmcs->params($service)));
        $this->clock->pause(5000);
        $this->app->settle()->run();
        ispmanagernoc_Renew($this->whmcs->params($service));
        self::assertSame(['done', 'unpaid'], $this->states($service));
        self::assertCount(1, $this->account->spending());
    }

    /** An order that was written off. */
    public function testAnOrderThatTurnsUpLateAndUnpaidKeepsANewOneFromBeingPlaced(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->clock->pause(901);
        $this->app->settle()->run();
        self::assertSame(['not-placed'], $this->states($service));

        $name = 'whmcs-' . (new \IspmanagerNoc\Whmcs\Installation())->id() . "-$service-0";
        $this->account
            ->answer('addition', Reply::received(200, "<doc><elem><id>812345</id><item_status orig=\"1\">x</item_status><remoteid>$name</remoteid></elem></doc>"))
            ->answer('basket', self::basketFor('812345'));
        self::assertStringContainsString('BO-77', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
        self::assertSame('', $this->whmcs->customFields($service)['order_id']);
    }

    private static function basketFor(string $orderId): Reply
    {
        return Reply::received(200, "<doc><list name=\"itemlist\"><elem><id>BO-77</id><item.id>$orderId</item.id></elem></list></doc>");
    }

    public function testAnEndThatTurnedOutToBeDoneTerminatesTheServiceInWhmcs(): void
    {
        $service = $this->orderedService();
        $this->account->answer('addition.delete', Reply::lost('timeout'));
        Command::automated('Terminate', $service);
        self::assertSame('Active', $this->record($service)->status);
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '4', 'expires' => '']));
        self::assertSame(1, $this->app->settle()->run());
        self::assertSame('Terminated', $this->record($service)->status);
        self::assertCount(1, $this->account->spending());
    }

    public function testAKeyThatComesAfterTheWaitIsTakenOverByTheAutomation(): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '5', 'expires' => '']));
        self::assertSame('success', Command::run('Create', $service));
        $this->clock->pause(300);
        $this->app->settle()->run();
        self::assertSame('', $this->whmcs->customFields($service)['bitninjakey']);

        $this->account->answer('addition.edit', 'service');
        $this->app->settle()->run();
        self::assertSame('BN-KEY-0001', $this->whmcs->customFields($service)['bitninjakey']);
        $this->account->requests = [];
        $this->app->settle()->run();
        self::assertSame([], $this->account->requests);
    }

    public function testAServiceWhoseProcessDiedAfterTheOrderIsFinishedByWhmcs(): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->account->answer('addition.edit', static fn () => throw new \RuntimeException('killed'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertSame(['done'], $this->states($service));
        $this->account->answer('addition.edit', 'service');
        $this->app->settle()->run();
        self::assertSame('Pending', $this->record($service)->status, 'The process may still be running');

        $this->clock->pause(121);
        $this->app->settle()->run();
        self::assertSame('Active', $this->record($service)->status);
        self::assertSame('BN-KEY-0001', $this->whmcs->customFields($service)['bitninjakey']);
        self::assertCount(1, $this->account->spending());
    }

    public function testAnOrderThatEndedIsNotFollowed(): void
    {
        $service = $this->service();
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '5', 'expires' => '']));
        Command::run('Create', $service);
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        $this->clock->pause(300);
        $this->account->requests = [];
        $this->app->settle()->run();
        self::assertSame([], $this->account->requests);
    }

    public function testAClaimWhoseProcessDiedIsReleased(): void
    {
        $service = $this->service();
        $this->app->journal()->claim("create:$service:0", \IspmanagerNoc\Journal\Operation::Create, $service, $this->serverRecord(), '', null, []);
        self::assertStringContainsString('Another process', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->clock->pause(121);
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame(['not-placed', 'done'], $this->states($service));
    }

    public function testSeveralPossibleOrdersWaitForAPerson(): void
    {
        $service = $this->service();
        $row = '<elem><id>%d</id><item>#1001 x</item><pricelist>BitNinja for ispmanager</pricelist><createdate>%s</createdate>'
            . '<item_status orig="2">Active</item_status></elem>';
        $date = gmdate('Y-m-d', $this->clock->now());
        $this->account
            ->answer('addition.order.param', Reply::lost('timeout'))
            ->answer('addition', Reply::received(200, '<doc>' . sprintf($row, 812345, $date) . sprintf($row, 812346, $date) . '</doc>'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->clock->pause(5000);
        self::assertStringContainsString('812345, 812346', ispmanagernoc_CreateAccount($this->whmcs->params($service)));

        $this->whmcs->setCustomField($service, 'order_id', '812346');
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
        self::assertSame(['done'], $this->states($service));
        self::assertSame('812346', $this->whmcs->customFields($service)['order_id']);
        self::assertCount(1, $this->account->spending());
    }

    public function testAnOrderThatWasOverBeforeAnybodyLookedIsNamed(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->account->answer('addition', Reply::received(200, sprintf(
            '<doc><elem><id>812345</id><item>#1001 x</item><pricelist>BitNinja for ispmanager</pricelist><createdate>%s</createdate>'
                . '<item_status orig="4">Deleted</item_status></elem></doc>',
            gmdate('Y-m-d', $this->clock->now())
        )));
        $this->quietTimePasses();
        self::assertSame(['not-placed'], $this->states($service));
        $entry = $this->app->journal()->forService($service)[0];
        self::assertSame(['journal.lapsed', '812345'], [$entry->textKey, $entry->textValues['orders']]);
    }

    public function testAnOrderThatAPersonWroteIntoTheFieldIsNeverReplaced(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->whmcs->setCustomField($service, 'order_id', '700000');
        $remoteId = 'whmcs-' . (new \IspmanagerNoc\Whmcs\Installation())->id() . "-$service-0";
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => $remoteId]));

        self::assertSame(0, $this->app->settle()->run());
        self::assertSame('700000', $this->whmcs->customFields($service)['order_id']);
        self::assertSame('journal.several', $this->app->journal()->forService($service)[0]->textKey);
    }

    public function testAnErrorThatHidAnOrderDoesNotMakeASecondOne(): void
    {
        foreach (['<doc><error type="busy"><msg>Request in process, please wait</msg></error></doc>', '<doc><error type="value"><msg>No</msg></error></doc>'] as $answer) {
            $service = $this->service();
            $this->account->requests = [];
            $this->account->answer('addition.order.param', Reply::received(200, $answer), FakeTransport::fixture('ordered-again'));
            $this->account->answer('addition', 'list-empty');
            ispmanagernoc_CreateAccount($this->whmcs->params($service));
            $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => $this->account->spending()[0]['remoteid']]));
            self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
            self::assertCount(1, $this->account->spending());
            $this->whmcs->setCustomField($service, 'order_id', '');
            Capsule::table('mod_ispmanagernoc_journal')->delete();
        }
    }

    public function testInAnotherAccountTheAbsenceOfAnOrderMeansNothing(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'other-account']);
        foreach (range(1, 3) as $ignored) {
            $this->clock->pause(1000);
            $this->app->settle()->run();
        }
        self::assertSame(['unknown'], $this->states($service));
        self::assertSame('journal.other-account', $this->app->journal()->forService($service)[0]->textKey);
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertCount(1, $this->account->spending());
    }

    public function testALateOrderIsTakenAlsoByASecondRecordOfTheSameAccount(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->quietTimePasses();
        self::assertSame(['not-placed'], $this->states($service));

        $columns = ['name' => 'EU copy', 'hostname' => 'https://EU.ispmanager.com/', 'username' => 'eu-partner', 'password' => 'x'];
        Capsule::table('tblhosting')->where('id', $service)->update(['server' => $this->whmcs->server('ispmanagernoc', $columns)]);
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => $this->account->spending()[0]['remoteid']]));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testAnEntryThatTheAccountRefusesToTellAboutDoesNotKeepTheOthersWaiting(): void
    {
        $first = $this->orderedService();
        $this->whmcs->paidInvoice($first);
        $this->account->answer('service.prolong', Reply::lost('timeout'));
        ispmanagernoc_Renew($this->whmcs->params($first));
        $second = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($second));
        $name = 'whmcs-' . (new \IspmanagerNoc\Whmcs\Installation())->id() . "-$second-0";
        $this->account->answer('addition.edit', Reply::received(200, '<doc><error type="access"><msg>Insufficient privileges</msg></error></doc>'));
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => $name]));
        $this->clock->pause(300);
        $this->app->settle()->run();
        self::assertSame(['done'], $this->states($second));
        self::assertSame('journal.look-refused', $this->app->journal()->forService($first)[0]->textKey);
    }

    /** Its end could undo the record of what was bought. */
    public function testInsideATransactionNothingIsSent(): void
    {
        $service = $this->service();
        $this->app->journal()->open($service);
        Capsule::connection()->beginTransaction();
        self::assertStringContainsString('transaction', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        Capsule::connection()->rollBack();
        self::assertSame([], $this->account->spending());
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
    }

    public function testAfterAnEndTheFormerOrderInTheFieldDoesNotMakeTheNewOneUncertain(): void
    {
        $service = $this->orderedService();
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        $name = 'whmcs-' . (new \IspmanagerNoc\Whmcs\Installation())->id() . "-$service-1";
        $row = "<elem><id>812346</id><item_status orig=\"2\">x</item_status><remoteid>$name</remoteid></elem>";
        $this->account->answer('addition', FakeTransport::fixture('list-empty'), Reply::received(200, "<doc>$row</doc>"));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->clock->pause(61);
        $this->app->settle()->run();
        self::assertSame('812346', $this->whmcs->customFields($service)['order_id']);
    }

    public function testAnOrderWhoseProcessDiedBeforeItsFieldWasWrittenIsWrittenThere(): void
    {
        $service = $this->orderedService();
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        $this->account->answer('addition.order.param', 'ordered-again');
        $this->account->answer('addition.edit', static fn () => throw new \RuntimeException('killed'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $order = $this->app->journal()->doneOf($service, \IspmanagerNoc\Journal\Operation::Create)[0]->orderId;
        $this->whmcs->setCustomField($service, 'order_id', '812345');
        $this->account->answer('addition.edit', 'service');
        $this->clock->pause(121);
        $this->app->settle()->run();
        self::assertSame($order, $this->whmcs->customFields($service)['order_id']);
    }
}
