<?php

/**
 * Services that an earlier module sold are found by what it left in their fields, and linked to their orders after a person has seen both: without
 * an order, each to its own, and nothing that may be another one's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\Step\RemoteName;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Page\Partner\Differences\AdoptTicked;
use IspmanagerNoc\Shape\Service as ServiceShape;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Texts;
use WHMCS\Database\Capsule;

final class AdoptionTest extends PartnerPage
{
    use MakesDifferences;
    use PressesForms;

    private const LIST = 'addonmodules.php?module=ispmanagernoc_partner&page=differences';

    private int $former;

    protected function setUp(): void
    {
        parent::setUp();
        $this->answerWithDifferences();
        $this->former = $this->whmcs->server('earlier_module', ['hostname' => 'billing.example.com', 'active' => 1]);
        $this->app->refreshPrices($this->serverRecord());
        $this->account->requests = [];
    }

    public function testThoseWhoseLicencesAreTheSameAreLinkedTogetherAndGoOnAsIfTheyHadBeenSoldHere(): void
    {
        $services = [
            $this->sold('501', '1001'),
            $this->sold('502', '1002', ['server' => 0, 'domainstatus' => 'Suspended']),
            $this->sold('503', '1003', ['server' => $this->server]),
        ];
        $this->listed['502']['status'] = '3_autosuspend';
        $page = $this->press($this->request(self::LIST, null), 'compare');
        self::assertStringContainsString('3 services', $this->text($page));
        self::assertSame([], $this->account->spending());
        $this->account->requests = [];
        $preview = $this->press($page, 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, ...$services)]);
        self::assertStringContainsString("make order 502 the order of service #$services[1]", $this->text($preview));
        self::assertSame([], $this->account->requests);
        self::assertSame([], $this->states($services[0]));

        $done = $this->text($this->press($preview, 'adopt'));
        self::assertStringContainsString('Done: 3. Not done: 0.', $done);
        self::assertStringContainsString('say the same', $done);
        self::assertSame([], $this->account->spending());
        self::assertSame([], $this->compared());
        foreach ($services as $number => $service) {
            $record = $this->record($service);
            self::assertSame([$this->server, $number === 1 ? 'Suspended' : 'Active'], [$record->serverId, $record->status]);
            self::assertSame('2027-01-31', $record->terminationDate);
            self::assertSame(['done'], $this->states($service));
            self::assertSame('journal.linked', $this->app->journal()->forService($service)[0]->textKey);
        }
        $this->app->settle()->run();
        self::assertSame([], $this->account->requests, 'the cron has nothing to follow up');
    }

    public function testAServiceWithoutTheNumberIsFoundByItsLicenceAndItsTariff(): void
    {
        $service = $this->sold('', '1001');
        $other = $this->sold('', '1002');
        $this->list('601', '1001');
        $this->list('602', '1003');
        self::assertSame([
            [DifferenceKind::NoService, 0, '602'], [DifferenceKind::OrderFound, $service, '601'], [DifferenceKind::WithoutOrder, $other, ''],
        ], $this->compared());
        $page = $this->request(self::LIST, null);
        $this->press($this->press($page, 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $service)]), 'adopt');
        self::assertSame('601', $this->whmcs->customFields($service)['order_id']);
        self::assertSame([[DifferenceKind::NoService, 0, '602'], [DifferenceKind::WithoutOrder, $other, '']], $this->compared());
        $page = $this->request(self::LIST, null);
        self::assertStringContainsString('and it has no order: nothing is renewed for it', $this->text($page));
        self::assertStringContainsString("&amp;id=$other\">Link or order on the page of the service", $page);
    }

    public function testWhereSeveralMayBelongTogetherNothingIsProposed(): void
    {
        $this->sold('', '1001');
        $this->list('601', '1001');
        $this->list('602', '1001');
        $this->sold('', '1002');
        $this->sold('', '1002');
        $this->list('603', '1002');
        $kinds = [DifferenceKind::NoService, DifferenceKind::WithoutOrder];
        self::assertSame([...array_fill(0, 3, $kinds[0]), ...array_fill(0, 3, $kinds[1])], array_column($this->compared(), 0));
    }

    public function testServicesThatWhmcsHasNotStartedOrHasEndedAreNotLinkedAndTheirLivingOrdersStillTold(): void
    {
        $told = [];
        foreach (['Pending', 'Terminated', 'Cancelled', 'Fraud'] as $number => $status) {
            $told[] = [DifferenceKind::Status, $this->sold((string) (501 + $number), '1001', ['domainstatus' => $status]), (string) (501 + $number)];
        }
        $this->sold('', '1002', ['domainstatus' => 'Cancelled']);
        $this->list('601', '1002');
        self::assertSame([[DifferenceKind::NoService, 0, '601'], ...$told], $this->compared());
    }

    public function testOrdersOfAModuleThatIsNotReplacedYetAreItsOwn(): void
    {
        $other = $this->whmcs->product('earlier_module', ['configoption1' => '55371']);
        $this->app->fields()->ensure($other, $this->app->prices()->kind(null, 55371));
        $fields = ['order_id' => ' 501', 'item' => '1001'];
        $this->whmcs->service($other, ['server' => $this->former, 'domainstatus' => 'Active'], $fields);
        $this->list('501', '1001');
        $service = $this->sold('', '1001');
        self::assertSame([[DifferenceKind::WithoutOrder, $service, '']], $this->compared());
        try {
            $this->app->linkOrder()->check($this->record($service), '501');
            self::fail('another service has it');
        } catch (Refused $refusal) {
            self::assertSame('refused.link-owned', $refusal->textKey);
        }
    }

    public function testServicesOfWhichNobodyKnowsTheAccountAreCounted(): void
    {
        $this->sold('501', '1001');
        Capsule::table('tblservers')->where('id', $this->server)->update(['active' => 0]);
        $page = $this->press($this->request(self::LIST, null), 'compare');
        self::assertStringContainsString('1 active or suspended services could not be compared', $this->text($page));
    }

    public function testWhoeverOrdersAllTheSameIsToldOfTheOrderThatIsThere(): void
    {
        $service = $this->sold('', '1001', ['server' => $this->server]);
        $this->list('601', '1001');
        $this->compared();
        self::assertStringContainsString('already has 601 of this tariff for the license', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->account->spending());
        unset($this->listed['601']);
        $this->compared();
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
    }

    public function testWhatAnAccountOnceHadDoesNotKeepOneFromOrderingInAnother(): void
    {
        $service = $this->sold('', '1001', ['server' => $this->server]);
        $this->list('601', '1001');
        $this->compared();
        $columns = ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru', 'active' => 1];
        Capsule::table('tblhosting')->where('id', $service)->update(['server' => $this->whmcs->server('ispmanagernoc', $columns)]);
        Capsule::table('tblservers')->where('id', $this->server)->update(['disabled' => 1, 'active' => 0]);
        $this->listed = [];
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
        $this->compared();
        self::assertSame([], $this->app->differences()->all(10, [$this->server]), 'nobody compares it any more');
    }

    public function testAnOrderThatBearsAServicesNameIsProposedToNobodyElse(): void
    {
        [$service, $named] = [$this->sold('', '1001'), $this->sold('', '1009')];
        $this->list('601', '1001');
        $this->listed['601']['remoteid'] = RemoteName::of($named, 0);
        self::assertSame([
            [DifferenceKind::NoService, 0, '601'], [DifferenceKind::WithoutOrder, $service, ''], [DifferenceKind::WithoutOrder, $named, ''],
        ], $this->compared());
    }

    public function testAnotherTariffIsSaidAndNotTicked(): void
    {
        $service = $this->sold('501', '1001');
        unset($this->listed['501']['pricelist_id']);
        $this->listed['501']['pricelist'] = 'LiteSpeed';
        self::assertSame([[DifferenceKind::NotLinked, $service, '501']], $this->compared());
        $page = $this->request(self::LIST, null);
        self::assertStringContainsString('of the order: 1001, LiteSpeed', $this->text($page));
        self::assertStringNotContainsString('of-adopt', $page);
    }

    public function testWhatIsNoNumberIsNoOrder(): void
    {
        $service = $this->service(['domainstatus' => 'Active'], ['order_id' => 'BN-812345']);
        self::assertSame([[DifferenceKind::WithoutOrder, $service, '']], $this->compared());
    }

    public function testAServiceOfAnotherModuleIsOfferedForAnOrderThatNobodyHas(): void
    {
        $service = $this->sold('', '');
        $this->list('601', '1002');
        $this->compared();
        $question = $this->request($this->addressOf(DifferenceKind::NoService), null);
        $options = array_map(static fn ($option): string => $option->getAttribute('value'), $this->elements($question, '//option'));
        self::assertSame(['', "$service"], $options);
    }

    public function testAnOrderThatIsOverIsNoOrderToLink(): void
    {
        $service = $this->sold('501', '1001', ['server' => $this->server]);
        $this->listed['501']['status'] = '4';
        self::assertSame([[DifferenceKind::Status, $service, '501']], $this->compared());
    }

    public function testANumberTypedOverALivingOrderIsToldOf(): void
    {
        $service = $this->orderedService();
        $this->clock->pause(60);
        $this->list('812345', '1001');
        $this->list('501', '1001');
        $this->listed['812345']['remoteid'] = RemoteName::of($service, 0);
        $this->whmcs->setCustomField($service, 'order_id', '501');
        $kinds = array_map(static fn (array $difference): string => "{$difference[0]->value} $difference[2]", $this->compared());
        self::assertContains('not-linked 501', $kinds);
        self::assertContains('no-service 812345', $kinds);
    }

    public function testWhatTheOtherModuleHasEndedIsFree(): void
    {
        $other = $this->whmcs->product('earlier_module', ['configoption1' => '55371']);
        $this->app->fields()->ensure($other, $this->app->prices()->kind(null, 55371));
        $fields = ['order_id' => '501', 'item' => '1001'];
        $this->whmcs->service($other, ['server' => $this->former, 'domainstatus' => 'Cancelled'], $fields);
        $this->list('501', '1001');
        $service = $this->sold('', '1001');
        self::assertSame([[DifferenceKind::OrderFound, $service, '501']], $this->compared());
        $this->app->linkOrder()->run($this->record($service), '501', true);
        self::assertSame(['done'], $this->states($service));
    }

    public function testAnOrderThatRenewsItselfIsSaid(): void
    {
        $service = $this->sold('501', '1001');
        $this->listed['501']['autoprolong'] = '1';
        $this->compared();
        $preview = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $service)]);
        self::assertStringContainsString('renews order 501 by itself', $this->text($this->press($preview, 'adopt')));
    }

    public function testAFieldThatWasCorrectedSinceTheComparisonIsNotOverwritten(): void
    {
        $service = $this->sold('501', '1001');
        $found = $this->sold('', '1002');
        $this->list('601', '1002');
        $this->compared();
        $ticks = $this->ticks(AdoptTicked::class, $service, $found);
        $preview = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $ticks]);
        $this->whmcs->setCustomField($service, 'order_id', '');
        $this->whmcs->setCustomField($found, 'order_id', '777');
        self::assertStringContainsString('Done: 0. Not done: 2.', $this->text($this->press($preview, 'adopt')));
        self::assertSame(['', '777'], [$this->whmcs->customFields($service)['order_id'], $this->whmcs->customFields($found)['order_id']]);
    }

    public function testWithoutANumberAnOrderThatAnotherProgramNamedIsNotTicked(): void
    {
        $service = $this->sold('', '1001');
        $this->list('601', '1001');
        $this->compared();
        $this->listed['601']['remoteid'] = 'l77';
        $preview = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $service)]);
        self::assertStringContainsString('do not tell whose it is', $this->text($this->press($preview, 'adopt')));
        self::assertSame([], $this->states($service));
    }

    /** @return array<string, array{string, string, string}> the licence in WHMCS and in the account, and what is said */
    public static function unclear(): array
    {
        return [
            'licences differ' => ['1001', '1002', 'is not for the ispmanager license'],
            'none in WHMCS' => ['', '1002', 'Order 501 becomes the order of service'],
        ];
    }

    /** @dataProvider unclear */
    public function testWhereTheLicencesDoNotTellAPersonComparesOne(string $whmcs, string $account, string $said): void
    {
        $service = $this->sold('501', $whmcs);
        $this->listed['501']['item'] = $account;
        self::assertSame([[DifferenceKind::NotLinked, $service, '501']], $this->compared());
        $page = $this->request(self::LIST, null);
        self::assertStringNotContainsString('of-adopt', $page);
        $question = $this->follow($page, 'Compare and link');
        self::assertSame([], $this->account->requests);
        $preview = $this->press($question, 'preview-link');
        self::assertStringContainsString($said, $this->text($preview));
        self::assertStringContainsString('2027-01-31', $this->text($preview), 'both sides are shown, whether they fit or not');
        if ($whmcs === '') {
            $this->press($preview, 'link');
            self::assertSame(['done'], $this->states($service));
            self::assertSame([], $this->compared());
        }
    }

    public function testAListThatIsSilentAboutTheLicenceIsMadeUpForByTheOrderItself(): void
    {
        $this->account->answer('addition', Reply::received(200, '<doc><elem><id>501</id><item_status orig="2">x</item_status></elem>'
            . '<elem><id>502</id><item_status orig="2">x</item_status></elem></doc>'));
        [$same, $other] = [$this->sold('501', '1001'), $this->sold('502', '1002')];
        $this->listed['502']['item'] = '1009';
        $this->compared();
        $preview = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $same, $other)]);
        $done = $this->text($this->press($preview, 'adopt'));
        self::assertStringContainsString('Done: 1. Not done: 1.', $done);
        self::assertStringContainsString('is not for the ispmanager license', $done);
        self::assertSame([['done'], []], [$this->states($same), $this->states($other)]);
    }

    public function testTheOrderOfOneThatIsStillElsewhereIsNotGivenToAnother(): void
    {
        $elsewhere = $this->sold('501', '1001');
        $here = $this->sold('501', '1001', ['server' => $this->server]);
        $this->compared();
        self::assertCount(2, $this->app->differences()->all(10, kind: DifferenceKind::SharedOrder));
        $page = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $here)]);
        self::assertStringContainsString('in the field "Order ID" of another service', $this->text($this->press($page, 'adopt')));
        self::assertSame([[], []], [$this->states($here), $this->states($elsewhere)]);
    }

    public function testAnOrderThatTheAccountDoesNotHaveIsNotLinked(): void
    {
        $service = $this->sold('501', '1001');
        unset($this->listed['501']);
        self::assertSame([[DifferenceKind::NotLinked, $service, '501']], $this->compared());
        $preview = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $service)]);
        self::assertStringContainsString('does not show order 501', $this->text($this->press($preview, 'adopt')));
        self::assertSame([[], $this->former], [$this->states($service), $this->record($service)->serverId]);
    }

    public function testWhatIsPaidForBeyondTheEndIsSaidWithTheLink(): void
    {
        $service = $this->sold('501', '1001', ['nextduedate' => '2027-02-28']);
        $this->compared();
        $preview = $this->press($this->request(self::LIST, null), 'preview-adopt', ['of-adopt' => $this->ticks(AdoptTicked::class, $service)]);
        $done = $this->press($preview, 'adopt');
        self::assertStringContainsString('has paid until 2027-02-28, and the order ends on 2027-01-31', $this->text($done));
        self::assertSame([[DifferenceKind::NotCovered, $service, '501']], $this->compared());
    }

    public function testCommandsOfOneThatIsStillElsewhereSayWhatToDo(): void
    {
        $service = $this->sold('501', '1001');
        $this->whmcs->paidInvoice($service);
        $this->whmcs->paidInvoice($service);
        foreach (['Renew', 'Sync', 'TerminateAccount', 'CreateAccount'] as $command) {
            self::assertStringContainsString('belongs to another module', "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
        }
        self::assertSame('One of another module', (new ServiceShape($this->app, Texts::in('en')))->of($this->record($service))['server']);
        self::assertSame([], $this->account->requests);
    }

    public function testAnAccountThatIsDownIsSaid(): void
    {
        $this->sold('501', '1001');
        $this->account->answer('addition', Reply::notSent('no route'));
        self::assertStringContainsString('could not be compared', $this->text($this->press($this->request(self::LIST, null), 'compare')));
    }

    /** @param array<string, mixed> $columns */
    private function sold(string $order, string $item, array $columns = []): int
    {
        if ($order !== '') {
            $this->list($order, $item);
        }
        return $this->service(
            $columns + ['server' => $this->former, 'domainstatus' => 'Active', 'nextduedate' => '2027-01-31', 'termination_date' => '2027-01-31'],
            ['order_id' => $order, 'item' => $item]
        );
    }

    private function list(string $order, string $item): void
    {
        $this->listed[$order] = ['item' => $item, 'pricelist_id' => '55371', 'expiredate' => '2027-01-31'];
    }
}
