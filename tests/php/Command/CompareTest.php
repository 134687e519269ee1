<?php

/**
 * The daily comparison finds what differs by paged lists, keeps it as flags for staff and changes nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\LinkOrder;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\PartnerPage;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ListedOrders;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Installation;
use WHMCS\Database\Capsule;

final class CompareTest extends ModuleTest
{
    use ListedOrders;

    protected function setUp(): void
    {
        parent::setUp();
        $this->answerWithListed();
    }

    public function testNothingIsFlaggedWhereBothSidesAgree(): void
    {
        $this->linked('501', ['termination_date' => '2027-01-31'], ['expiredate' => '2027-01-31']);
        $this->linked('502', ['domainstatus' => 'Suspended'], ['status' => '3_autosuspend']);
        $this->linked('503', ['domainstatus' => 'Pending'], ['status' => '5']);
        $this->linked('504', ['domainstatus' => 'Terminated'], ['status' => '4']);
        $this->linked('505', ['domainstatus' => 'Cancelled'], ['status' => '4']);
        $this->linked('506', ['domainstatus' => 'Completed']);
        $this->linked('507', ['termination_date' => '2027-01-31'], ['expiredate' => '2027-02-01']);
        $this->linked('509', ['nextduedate' => '2027-02-02'], ['expiredate' => '2027-01-31']);
        $this->linked('510', ['nextduedate' => '2027-01-01'], ['expiredate' => '2027-01-31']);
        $this->linked('508', ['domainstatus' => 'Fraud'], null);
        self::assertSame([], $this->compared());
    }

    /** @return array<string, array{list<string>, array<string, string>, array<string, string>|null, 3?: array<string, string>}> */
    public static function disagreements(): array
    {
        return [
            'suspended' => [['status', 'Active', 'suspended'], [], ['status' => '3']],
            'deleted' => [['status', 'Active', 'deleted'], [], ['status' => '4']],
            'unknown status' => [['status', 'Active', '9_new'], [], ['status' => '9_new']],
            'still paid for' => [['status', 'Cancelled', 'active'], ['domainstatus' => 'Cancelled'], []],
            'expiry' => [['expiry', '2027-01-31', '2027-03-31'], ['termination_date' => '2027-01-31'], ['expiredate' => '2027-03-31']],
            'e-mail' => [['e-mail', 'a@example.com', 'b@example.com'], [], ['bitninja_email' => 'b@example.com'], ['bitninja_email' => 'a@example.com']],
            'paid for and not renewed' => [['not-covered', '2027-02-28', '2027-01-31'], ['nextduedate' => '2027-02-28'], ['expiredate' => '2027-01-31']],
            'missing' => [['order-missing', 'Active', ''], [], null],
        ];
    }

    /**
     * @dataProvider disagreements
     * @param list<string> $expected
     * @param array<string, string> $columns
     * @param array<string, string>|null $row
     * @param array<string, string> $fields
     */
    public function testADisagreementIsFlaggedWithBothSidesAndGoesWhenItIsGone(array $expected, array $columns, ?array $row, array $fields = []): void
    {
        $service = $this->linked('501', $columns, $row, $fields);
        $before = $this->record($service);
        $differences = $this->compared();
        self::assertSame([[...$expected, $service, '501']], self::shown($differences));
        self::assertSame($this->clock->now(), $differences[0]->seenAt);
        self::assertEquals($before, $this->record($service), 'Nothing is changed because of a difference');
        self::assertSame([], $this->account->spending());

        Capsule::table('tblhosting')->where('id', $service)->delete();
        $this->listed = [];
        self::assertSame([], $this->compared());
    }

    public function testEmailsThatTheListsDoNotShowAreLookedAtInTurn(): void
    {
        for ($order = 501; $order <= 560; $order++) {
            $service = $this->linked((string) $order, [], [], ['bitninja_email' => 'a@example.com']);
        }
        $emails = [560 => 'b@example.com'];
        $looks = [];
        $this->account->answer('addition.edit', static function (array $form) use (&$emails, &$looks): Reply {
            $id = (int) $form['elid'];
            $looks[] = $id;
            $email = $emails[$id] ?? 'A@example.com';
            return Reply::received(200, "<doc><id>$id</id><pricelist>55371</pricelist><status>2</status><bitninja_email>$email</bitninja_email></doc>");
        });
        self::assertSame([], $this->compared());
        self::assertSame(range(501, 550), $looks);
        $flagged = [['e-mail', 'a@example.com', 'b@example.com', $service, '560']];
        self::assertSame($flagged, self::shown($this->compared()));
        self::assertSame([...range(551, 560), ...range(501, 540)], array_slice($looks, 50));
        self::assertSame($flagged, self::shown($this->compared()), 'it is looked at each time until it is gone');
        $emails = [];
        self::assertSame([], $this->compared());
    }

    public function testAnOrderThatNoServiceHasIsFlaggedUnlessItIsSomebodyElses(): void
    {
        $ours = 'whmcs-' . (new Installation())->id();
        $this->listed['601'] = ['remoteid' => "$ours-77-0"];
        $this->listed['602'] = [];
        $this->listed['603'] = ['remoteid' => 'whmcs-ffffffff-1-0'];
        $this->listed['604'] = ['remoteid' => 'another program'];
        $this->listed['605'] = ['status' => '4'];
        self::assertSame([['no-service', '', 'BitNinja', 0, '601'], ['no-service', '', 'BitNinja', 0, '602']], self::shown($this->compared()));
    }

    public function testAnOrderThatIsStillBeingSettledIsNotAnOrderWithoutAService(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->listed['601'] = ['remoteid' => 'whmcs-' . (new Installation())->id() . "-$service-0"];
        self::assertSame([], $this->compared());
    }

    public function testAnOrderThatThePassItselfDidNotKnowYetIsNotFlagged(): void
    {
        $service = $this->service();
        $this->account->answer('addition', function () use ($service): Reply {
            ispmanagernoc_CreateAccount($this->whmcs->params($service));
            $this->listed['812345'] = [];
            return $this->listPage(1, 500);
        });
        $this->account->answer('addition.edit', 'service');
        self::assertSame([], $this->compared());
    }

    public function testTwoServicesWithOneOrderAreBothFlagged(): void
    {
        [$one, $other] = [$this->linked('501'), $this->linked('501')];
        self::assertSame(
            [['shared-order', "$one", "$other", $one, '501'], ['shared-order', "$other", "$one", $other, '501']],
            self::shown($this->compared())
        );
    }

    public function testAnOrderThatTheJournalEndedIsFlaggedWhileTheAccountKeepsIt(): void
    {
        $service = $this->linked('501', ['domainstatus' => 'Terminated']);
        $entry = $this->app->journal()->claim("terminate:$service:501", Operation::Terminate, $service, $this->serverRecord(), '501', null, []);
        self::assertNotNull($entry);
        $this->app->journal()->done($entry, '501', 'journal.deleted');
        $this->clock->pause(60);
        self::assertSame([['status', 'Terminated', 'active', $service, '501']], self::shown($this->compared()));
        $this->listed['501']['status'] = '4';
        self::assertSame([], $this->compared());
        $this->setStatus($service, 'Active');
        self::assertSame([], $this->compared(), 'The field still holds the ended order; it is nobody\'s any more');
    }

    public function testAnOrderOfTheJournalCountsWhereTheFieldIsEmpty(): void
    {
        $service = $this->orderedService();
        $this->whmcs->setCustomField($service, 'order_id', '');
        $this->clock->pause(60);
        self::assertSame([['order-missing', 'Active', '', $service, '812345']], self::shown($this->compared()));
    }

    public function testAnOutcomeThatStaysUnknownWaitsForAPersonUntilItIsSettled(): void
    {
        // However long it is waited for before anything is written off, a person hears of it.
        NumberSetting::QuietMinutes->set(17);
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertSame([], $this->compared(), 'Within the quiet time it settles by itself');
        $this->account->answer('addition', Reply::notSent('down'));
        $this->clock->pause(901);
        self::assertSame([['unsettled', 'create', 'unknown', $service, '']], self::shown($this->compared()));

        $this->clock->pause(120);
        $this->account->answer('addition', 'list-empty');
        $this->app->breaker()->succeeded($this->server);
        foreach ([1, 2] as $run) {
            $this->clock->pause(61);
            $this->app->settle()->run();
        }
        self::assertSame([], $this->app->differences()->all(10));
    }

    public function testAnAccountThatIsDownKeepsItsFlagsAndTheOthersAreCompared(): void
    {
        $this->linked('501', [], ['status' => '3']);
        self::assertCount(1, $this->compared());
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru', 'active' => 0]);
        $this->linked('502', ['server' => (string) $other], null);
        $this->account->answer('addition', Reply::notSent('down'), Reply::notSent('down'), Reply::notSent('down'), FakeTransport::fixture('list-empty'));
        self::assertSame(['status', 'order-missing'], array_column(self::shown($this->compared()), 0));
        $log = implode("\n", $this->whmcs->activityLog());
        self::assertStringContainsString('could not be compared', $log);
        self::assertStringContainsString('of RU: 1 services', $log);
    }

    public function testAComparisonThatBeganEarlierMakesNoFlagLookOld(): void
    {
        $difference = fn (int $seenAt): Difference => new Difference(DifferenceKind::Expiry, $this->server, 1, '501', 'a', 'b', $seenAt);
        $this->app->differences()->report($difference(1000));
        $this->app->differences()->report($difference(900));
        $this->app->differences()->forgetUnseen([DifferenceKind::Expiry], 1000);
        self::assertCount(1, $this->app->differences()->all(10));
    }

    public function testAListThatBreaksOffHalfWayRemovesNoFlag(): void
    {
        $this->linked('501', [], ['status' => '3']);
        $this->compared();
        $this->account->answer('softexternal', Reply::received(200, '<doc><elem><id>9</id></elem><p_elems>7</p_elems></doc>'));
        $this->listed = ['501' => ['status' => '2']];
        self::assertContains('status', array_column(self::shown($this->compared()), 0));
    }

    public function testAnOrderThatTheListLostWhileItWasReadIsAskedForItself(): void
    {
        $service = $this->linked('501');
        $this->account->answer('addition', 'list-empty');
        self::assertSame([], $this->compared());
        self::assertSame(1, $this->account->count('addition.edit'));
        self::assertSame('Active', $this->record($service)->status);
    }

    public function testAMissingOrderIsNeverATermination(): void
    {
        $services = array_map(fn (int $order): int => $this->linked("$order", [], null), range(1001, 1060));
        self::assertCount(60, $this->compared());
        self::assertLessThanOrEqual(50, $this->account->count('addition.edit'), 'Not many are looked up one by one');
        foreach ($services as $service) {
            self::assertSame('Active', $this->record($service)->status);
        }
        self::assertSame([], $this->account->spending());
    }

    public function testTheNumberOfRequestsGrowsWithPagesAndNotWithServices(): void
    {
        foreach (range(1, 1200) as $order) {
            $this->linked((string) (5000 + $order));
        }
        $this->account->requests = [];
        $this->compared();
        self::assertSame(3, $this->account->count('addition'));
        self::assertSame(1, $this->account->count('softexternal'));
        self::assertCount(4, $this->account->requests);
    }

    public function testTwoRecordsOfOneAccountAreOneComparison(): void
    {
        $columns = ['name' => 'EU again', 'hostname' => 'https://api-eu.ispmanager.com/', 'username' => 'eu-partner', 'disabled' => 1, 'active' => 0];
        $again = $this->whmcs->server('ispmanagernoc', $columns);
        $this->linked('501');
        $this->linked('502', ['server' => (string) $again]);
        self::assertSame([], $this->compared());
        self::assertSame(1, $this->account->count('addition'));
    }

    public function testADisabledRecordWithoutServicesIsNotAsked(): void
    {
        Capsule::table('tblservers')->update(['disabled' => 1]);
        self::assertSame([], $this->compared());
        self::assertSame([], $this->account->requests);
    }

    public function testAFailureNobodyForesawDoesNotStopTheOtherAccounts(): void
    {
        $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru', 'active' => 0]);
        $this->account->answer('addition', static fn () => throw new \RuntimeException('unforeseen'), FakeTransport::fixture('list-empty'));
        $this->compared();
        self::assertStringContainsString('of RU: 0 services', implode("\n", $this->whmcs->activityLog()));
    }

    public function testSyncRemovesTheFlagsOfWhatItTookOver(): void
    {
        $service = $this->linked('501', [], ['status' => '3']);
        $this->compared();
        $this->account->answer('addition.edit', FakeTransport::fixture('service-status', ['status' => '3', 'expires' => '']));
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
        self::assertSame([], $this->app->differences()->all(10));
    }

    public function testALinkedOrderIsNoLongerWithoutAService(): void
    {
        $this->listed['812345'] = [];
        self::assertSame(['no-service'], array_column(self::shown($this->compared()), 0));
        $service = $this->service(['domainstatus' => 'Active']);
        $this->account->answer('addition.edit', 'service');
        (new LinkOrder($this->app))->run($this->record($service), '812345');
        self::assertSame([], $this->app->differences()->all(10));
    }

    public function testADeletedServerRecordTakesItsFlagsAlong(): void
    {
        $this->linked('501', [], ['status' => '3']);
        $this->compared();
        Capsule::table('tblservers')->where('id', $this->server)->delete();
        Hook::named('ServerChanged')(['serverid' => $this->server]);
        self::assertSame([], $this->app->differences()->all(10));
    }

    public function testStaffSeeTheDifferencesInBothLanguagesWithoutAnyRequest(): void
    {
        $service = $this->linked('501<b>', [], ['status' => '3']);
        $this->whmcs->setCustomField($service, 'order_id', '501');
        $this->listed = ['501' => ['status' => '3'], '601' => ['pricelist' => '<script>']];
        $this->compared();
        $this->account->requests = [];
        foreach (['en' => 'WHMCS says Active, the account says Suspended.', 'ru' => 'в личном кабинете — «Приостановлена»'] as $language => $text) {
            $html = (new PartnerPage($this->app, Texts::in($language), new Address(['page' => 'differences']), false))->html(null);
            self::assertStringContainsString($text, html_entity_decode($html));
            self::assertStringContainsString("#$service", $html);
            self::assertStringNotContainsString('<script>', $html);
        }
        self::assertSame([], $this->account->requests);
    }

    /** @return list<Difference> after one more day's comparison */
    private function compared(): array
    {
        $this->clock->pause(1);
        $this->account->requests = [];
        $this->app->compare()->run();
        return $this->app->differences()->all(1000);
    }

    /**
     * @param list<Difference> $differences
     * @return list<array{string, string, string, int, string}> kind, WHMCS's value, the account's, service, order
     */
    private static function shown(array $differences): array
    {
        return array_map(static fn (Difference $difference): array => [
            $difference->kind->value, $difference->whmcs, $difference->account, $difference->serviceId, $difference->orderId,
        ], $differences);
    }
}
