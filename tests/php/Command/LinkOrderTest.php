<?php

/**
 * A person may give a service an order that exists in the account: the right one, nobody else's, and without anything being bought.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\OrderCandidates;
use IspmanagerNoc\Command\Step\RemoteName;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Tests\FakeTransport;
use WHMCS\Database\Capsule;

final class LinkOrderTest extends CommandTest
{
    public function testOnlyLivingOrdersOfTheTariffAndTheLicenceThatNobodyHasAreOffered(): void
    {
        $service = $this->service();
        $owner = $this->service([], ['order_id' => '803']);
        $this->list(
            $this->row(801),
            $this->row(802, ['status' => '4']),
            $this->row(803),
            $this->row(804, ['item' => '1002']),
            $this->row(805, ['tariff' => '70001']),
            $this->row(806, ['remoteid' => RemoteName::of($owner, 0)]),
            $this->row(807, ['remoteid' => 'l77', 'created' => '2026-11-20']),
            $this->row(808, ['remoteid' => RemoteName::of(4711, 0)]),
        );
        self::assertSame(['807', '808', '801'], $this->candidates($service));
        Capsule::table('tblservers')->insert(['id' => 90] + (array) Capsule::table('tblservers')->find($this->server));
        Capsule::table('tblhosting')->where('id', $owner)->update(['server' => 90]);
        self::assertNotContains('803', $this->candidates($service), 'another server record of the same account');
        self::assertSame([], $this->account->spending());
    }

    public function testALinkedOrderIsTheServicesOrderFromThenOn(): void
    {
        $service = $this->service();
        $this->link($service, '812345');
        self::assertSame([], $this->account->spending());
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
        self::assertSame('BN-KEY-0001', $this->whmcs->customFields($service)['bitninjakey']);
        self::assertSame('2026-12-23', $this->record($service)->terminationDate);

        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->link($service, '812345');
        self::assertSame(['done'], $this->states($service));
        self::assertSame([], $this->account->spending());
        $this->whmcs->paidInvoice($service);
        $this->whmcs->paidInvoice($service);
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
    }

    public function testInvoicesWhosePeriodsTheOrderCoversRenewNothing(): void
    {
        // Those of October and November are renewals; the order ends on 2026-12-23.
        $service = $this->service(['domainstatus' => 'Active', 'nextduedate' => '2026-09-25']);
        array_map(fn () => $this->whmcs->paidInvoice($service), range(1, 3));
        $this->link($service, '812345');
        self::assertSame([], $this->app->differences()->all(10));
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)), 'nothing is left to do');
        self::assertSame([], $this->account->spending());
    }

    public function testWhatWasPaidAndLiesBehindTheEndOfTheOrderIsRenewedAndToldOf(): void
    {
        $service = $this->service(['domainstatus' => 'Active', 'nextduedate' => '2026-10-20']);
        array_map(fn () => $this->whmcs->paidInvoice($service), range(1, 3));
        $this->link($service, '812345');
        self::assertSame([DifferenceKind::NotCovered], array_column($this->app->differences()->all(10), 'kind'));
        self::assertSame([], $this->account->spending(), 'a link buys nothing');
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending(), 'that of November was renewed by other means');
    }

    public function testLinesThatWerePaidInAnotherOrderThanTheyWereRaisedAreReadByTheirDays(): void
    {
        $service = $this->service(['domainstatus' => 'Active', 'nextduedate' => '2026-11-23']);
        [, $first, $second] = array_map(fn (): int => $this->whmcs->paidInvoice($service), range(1, 3));
        Capsule::table('tblinvoices')->where('id', $second)->update(['datepaid' => '2026-11-01 00:00:00']);
        Capsule::table('tblinvoices')->where('id', $first)->update(['datepaid' => '2026-11-02 00:00:00']);
        $this->link($service, '812345');
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testALineWhoseLengthIsNotCertainIsNotRenewedBecauseOfTheCycleOfToday(): void
    {
        // Two months were renewed by other means, then the cycle became another one.
        $service = $this->service(['domainstatus' => 'Active', 'nextduedate' => '2026-09-23']);
        array_map(fn () => $this->whmcs->paidInvoice($service), range(1, 3));
        Capsule::table('tblhosting')->where('id', $service)->update(['billingcycle' => 'Annually']);
        $this->link($service, '812345');
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame([], $this->account->spending());
    }

    public function testAnInvoiceThatIsPaidAfterTheLinkRenewsHoweverOldItIs(): void
    {
        $service = $this->service(['domainstatus' => 'Active']);
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblhosting')->where('id', $service)->update(['nextduedate' => '2026-11-10']);
        $overdue = $this->whmcs->paidInvoice($service);
        Capsule::table('tblinvoices')->where('id', $overdue)->update(['status' => 'Unpaid']);
        $this->link($service, '812345');
        Capsule::table('tblinvoices')->where('id', $overdue)->update(['status' => 'Paid']);
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testAnOrderThatIsFoundUnderARenamedLoginIsLinkedAndGoesOn(): void
    {
        $service = $this->service();
        $this->whmcs->paidInvoice($service);
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'renamed']);
        $this->link($service, '812345');
        $this->whmcs->paidInvoice($service);
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame(['done', 'done'], $this->states($service));
    }

    public function testAnOpenOrderOfAnotherBillingIsNotClosedByALinkInThisOne(): void
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        Capsule::table('tblservers')->where('id', $this->server)->update(['hostname' => 'my.ispmanager.ru']);
        $this->refused('refused.order-elsewhere', fn () => $this->link($service, '812345'));
        self::assertSame(['unknown'], $this->states($service));
    }

    /** @return array<string, array{array<string, string>, string}> */
    public static function wrong(): array
    {
        return [
            'it is deleted' => [['<status>2<' => '<status>4<'], 'refused.link-deleted'],
            'it is of another kind' => [['55371' => '23221', 'BitNinja for' => 'DDoS-Guard for'], 'refused.link-kind'],
            'it is for another licence' => [['<item>1001<' => '<item>1002<'], 'refused.link-item'],
        ];
    }

    /**
     * @param array<string, string> $changes of the account's form
     * @dataProvider wrong
     */
    public function testAnOrderThatDoesNotFitIsRefused(array $changes, string $textKey): void
    {
        $service = $this->service();
        $form = strtr(FakeTransport::fixture('service')->body, $changes);
        $this->account->answer('addition.edit', Reply::received(200, $form));
        $this->refused($textKey, fn () => $this->link($service, '812345'));
        self::assertSame([], $this->states($service));
        self::assertSame('', $this->whmcs->customFields($service)['order_id'] ?? '');
    }

    public function testAnOrderThatTheAccountDoesNotShowIsRefused(): void
    {
        $this->account->answer('addition.edit', 'error-missed');
        $this->refused('refused.order-missing', fn () => $this->link($this->service(), '812345'));
    }

    public function testWhatIsNoNumberOfAnOrderIsRefusedBeforeAnybodyIsAsked(): void
    {
        foreach (['', '0', 'abc', '812345 ', '-1'] as $order) {
            $this->refused('refused.order-missing', fn () => $this->link($this->service(), $order));
            $this->refused('refused.order-missing', fn () => $this->app->linkOrder()->check($this->record($this->service()), $order));
        }
        self::assertSame([], $this->account->requests);
    }

    public function testAnothersOrderIsRefused(): void
    {
        $this->orderedService();
        $service = $this->service();
        $this->refused('refused.link-owned', fn () => $this->link($service, '812345'));
        self::assertSame([], $this->states($service));

        $waiting = $this->service();
        $form = str_replace('</doc>', '<remoteid>' . RemoteName::of($waiting, 0) . '</remoteid></doc>', FakeTransport::fixture('service')->body);
        $this->account->answer('addition.edit', Reply::received(200, $form));
        $this->refused('refused.link-owned', fn () => $this->link($this->service(), '900001'));
    }

    public function testAnOrderThatAnUnsettledServiceMayTakeIsRefusedWhateverItsStatus(): void
    {
        $lost = $this->lost();
        $this->setStatus($lost, 'Cancelled');
        $form = str_replace('</doc>', '<remoteid>' . RemoteName::of($lost, 0) . '</remoteid></doc>', FakeTransport::fixture('service')->body);
        $this->account->answer('addition.edit', Reply::received(200, $form));
        $this->refused('refused.link-owned', fn () => $this->link($this->service(), '812345'));
    }

    public function testOfTwoServicesThatTakeTheSameOrderAtOnceNotBothGetIt(): void
    {
        [$first, $second] = [$this->lost(), $this->service()];
        $this->account->answer('addition', 'list-empty', function () use ($second): Reply {
            // The other process writes its field after this one looked for an owner.
            $this->whmcs->setCustomField($second, 'order_id', '812345');
            return FakeTransport::fixture('list-empty');
        });
        $this->refused('refused.link-owned', fn () => $this->link($first, '812345'));
        self::assertSame('', $this->whmcs->customFields($first)['order_id'] ?? '');
        self::assertSame(['unknown'], $this->states($first));
    }

    public function testAServiceThatHasALivingOrderIsRefused(): void
    {
        $service = $this->orderedService();
        $this->refused('refused.has-order', fn () => $this->link($service, '900001'));
    }

    public function testAnOrderWhoseAnswerWasLostIsEndedByTheLinkAndNeverPlacedAgain(): void
    {
        $service = $this->lost();
        $this->list($this->row(801), $this->row(802));
        $this->account->answer('addition.edit', static fn (array $form): Reply => self::form($form['elid']));
        self::assertSame(['802', '801'], $this->candidates($service));

        $this->link($service, '802');
        self::assertSame(['done'], $this->states($service));
        self::assertSame('802', $this->whmcs->customFields($service)['order_id']);
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testWhatWasReallyPlacedIsNotPassedOver(): void
    {
        $service = $this->lost();
        $name = RemoteName::of($service, 0);
        $this->list($this->row(801), $this->row(802));
        $this->account->answer('addition.edit', static fn (array $form): Reply => self::form($form['elid'], $form['elid'] === '802' ? $name : ''));
        $this->refused('refused.has-order', fn () => $this->link($service, '801'));
        self::assertSame('802', $this->whmcs->customFields($service)['order_id'], 'the account named it, so it was taken over');
    }

    public function testOfTwoOrdersUnderTheServicesNameOneIsTakenAndNoThird(): void
    {
        $service = $this->lost();
        $name = ['remoteid' => RemoteName::of($service, 0)];
        $this->list($this->row(801, $name), $this->row(802, $name), $this->row(803));
        $this->account->answer('addition.edit', static fn (array $form): Reply => self::form($form['elid']));
        $this->refused('refused.link-named', fn () => $this->link($service, '803'));
        self::assertSame(['unknown'], $this->states($service));
        $this->link($service, '802');
        self::assertSame(['done'], $this->states($service));
    }

    public function testAnOrderThatMayStillBePaidForIsNotPassedOver(): void
    {
        $this->account->answer('addition.order.param', 'unpaid')->answer('basket', 'basket');
        $service = $this->service();
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $this->refused('refused.link-unpaid', fn () => $this->link($service, '812345'));
        self::assertSame(['unpaid'], $this->states($service));
    }

    public function testWhileACallIsUnderWayNothingIsLinked(): void
    {
        $service = $this->service();
        $this->app->journal()->claim("create:$service:0", Operation::Create, $service, $this->serverRecord(), '', null, []);
        $this->refused('refused.busy', fn () => $this->link($service, '812345'));
    }

    private function link(int $service, string $orderId): void
    {
        $this->app->linkOrder()->run($this->record($service), $orderId);
    }

    /** @return list<string> */
    private function candidates(int $service): array
    {
        return array_map(
            static fn (RemoteService $order): string => $order->id,
            (new OrderCandidates($this->app))->of($this->record($service))
        );
    }

    /** A service whose order was sent and whose answer was lost. */
    private function lost(): int
    {
        $service = $this->service();
        $this->account->answer('addition.order.param', Reply::lost('timeout'));
        self::assertStringContainsString('not known yet', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        return $service;
    }

    private function list(string ...$rows): void
    {
        $this->account->answer('addition', Reply::received(200, '<doc>' . implode('', $rows) . '<p_elems>' . count($rows) . '</p_elems></doc>'));
    }

    /** @param array<string, string> $facts */
    private function row(int $id, array $facts = []): string
    {
        $facts += ['status' => '2', 'item' => '1001', 'tariff' => '55371', 'remoteid' => '', 'created' => '2026-11-18'];
        return "<elem><id>$id</id><item>#{$facts['item']} ispmanager</item><pricelist>T{$facts['tariff']}</pricelist>"
            . "<pricelist_id>{$facts['tariff']}</pricelist_id><createdate>{$facts['created']}</createdate><expiredate>2026-12-18</expiredate>"
            . "<item_status orig=\"{$facts['status']}\">S</item_status><remoteid>{$facts['remoteid']}</remoteid></elem>";
    }

    private static function form(string $id, string $remoteId = ''): Reply
    {
        $form = str_replace('812345', $id, FakeTransport::fixture('service')->body);
        return Reply::received(200, str_replace('</doc>', "<remoteid>$remoteId</remoteid></doc>", $form));
    }
}
