<?php

/**
 * An order that stands in a service's field and that nobody placed or linked for it: nothing is done with it unless its kind and its licence tell
 * that it is the service's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use Closure;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Command\OrderCandidates;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Texts;
use WHMCS\Database\Capsule;

final class OrderCheckTest extends CommandTest
{
    private const COMMANDS = ['CreateAccount', 'Renew', 'Sync', 'TerminateAccount'];

    public function testWhereTheLicenceTellsItEveryCommandTakesTheOrderForTheServices(): void
    {
        $service = $this->sold();
        foreach (self::COMMANDS as $command) {
            self::assertSame('success', "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
        }
        self::assertSame(['service.prolong', 'addition.delete'], array_column($this->account->spending(), 'func'));
    }

    /** @return array<string, array{array<string, string>, array<string, string>, string}> changes of the account's form, fields of the service, text */
    public static function strange(): array
    {
        return [
            'another licence' => [['<item>1001<' => '<item>1002<'], [], 'is not for the ispmanager license'],
            'another licence in WHMCS' => [[], ['item' => '2002'], 'is not for the ispmanager license'],
            'another kind' => [['55371' => '23221', 'BitNinja for' => 'DDoS-Guard for'], [], 'is of another kind'],
            'another module of the same kind and licence' => [['55371' => '55372'], [], 'has not been linked'],
            'no licence in the account' => [['<item>1001</item>' => ''], [], 'has not been linked'],
            'no licence in WHMCS' => [[], ['item' => ''], 'has not been linked'],
            'another WHMCS ordered it' => [['</doc>' => '<remoteid>whmcs-0123abcd-5-0</remoteid></doc>'], [], 'has not been linked'],
        ];
    }

    /**
     * @dataProvider strange
     * @param array<string, string> $changes
     * @param array<string, string> $fields
     */
    public function testAnOrderThatMayBeAnothersIsLeftAloneByEveryCommand(array $changes, array $fields, string $why): void
    {
        $service = $this->sold($fields);
        $this->account->answer('addition.edit', Reply::received(200, strtr(FakeTransport::fixture('service')->body, $changes)));
        $this->assertRefused($service, $why);
        Capsule::table('tblinvoices')->delete();
        Capsule::table('tblclients')->update(['currency' => 1]);
        Capsule::table('tblpricing')->insert(['type' => 'product', 'currency' => 1, 'relid' => $this->product, 'annually' => 150]);
        $this->assertText($why, fn () => $this->app->changePeriod()->run($this->record($service), 12));
        self::assertSame([], $this->account->spending());
        self::assertSame([], $this->states($service));
        self::assertSame('', $this->whmcs->customFields($service)['bitninjakey']);
    }

    public function testWhatAClientMayWriteOnTheOrderFormProvesNothing(): void
    {
        $service = $this->sold();
        Capsule::table('tblcustomfields')->where('fieldname', 'like', 'order_id|%')->update(['showorder' => 'on']);
        $this->assertRefused($service, 'has not been linked');
        self::assertSame([], $this->account->spending());

        $this->app->linkOrder()->run($this->record($service), '812345');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)), 'a person has said so');
    }

    public function testOfAnOrderThatTheAccountDoesNotShowOrWhileItIsSilentCreateSaysSo(): void
    {
        $service = $this->sold();
        $this->account->answer('addition.edit', 'error-missed', Reply::notSent('no route'));
        self::assertStringContainsString('does not show order 812345', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertStringContainsString('Retry is safe', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->account->spending());
        self::assertSame([], $this->states($service));
    }

    public function testAnOrderThatTheJournalPlacedForAServiceThatGoesOnIsNotAnothersByItsNumber(): void
    {
        $owner = $this->orderedService();
        $this->whmcs->setCustomField($owner, 'order_id', '');
        $service = $this->sold();
        $this->assertRefused($service, 'belongs to another service');
        self::assertSame(['', []], [$this->whmcs->customFields($service)['bitninjakey'], $this->account->spending()]);
    }

    public function testAnOrderThatWasRenewedForTheServiceIsItsOwn(): void
    {
        $service = $this->sold();
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        $this->account->answer('addition.edit', Reply::received(200, str_replace('<item>1001</item>', '', FakeTransport::fixture('service')->body)));
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
    }

    public function testTerminateConcludesNothingFromAnAccountThatDoesNotShowSuchAnOrder(): void
    {
        $service = $this->sold();
        $this->account->answer('addition.edit', 'error-missed');
        self::assertStringContainsString('does not show order', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->states($service));
    }

    public function testThePanelOffersToLinkWhatStandsInTheFieldAndNothingElse(): void
    {
        $service = $this->sold(['item' => '']);
        $offers = array_column($this->app->offers()->of($this->record($service)), 'reason', 'name');
        self::assertNull($offers['link-order']);
        self::assertSame(['812345'], array_column((new OrderCandidates($this->app))->of($this->record($service)), 'id'));
        $this->app->linkOrder()->run($this->record($service), '812345');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
    }

    public function testAnOrderThatTheAccountHasEndedIsReplacedByALinkAndALivingOneIsNot(): void
    {
        $service = $this->orderedService();
        $status = '2';
        $this->account->answer('addition.edit', static function (array $form) use (&$status): Reply {
            $body = str_replace('812345', $form['elid'], FakeTransport::fixture('service')->body);
            return Reply::received(200, $form['elid'] === '812345' ? str_replace('<status>2<', "<status>$status<", $body) : $body);
        });
        $this->refused('refused.has-order', fn () => $this->app->linkOrder()->run($this->record($service), '900001'));
        $status = '4';
        $this->app->linkOrder()->check($this->record($service), '900001');
        self::assertSame(['done'], $this->states($service), 'to look changes nothing');
        $this->app->linkOrder()->run($this->record($service), '900001');
        self::assertSame(['done', 'done', 'done'], $this->states($service));
        self::assertSame('success', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertSame('900001', $this->whmcs->customFields($service)['order_id']);
        self::assertSame([], $this->account->spending());
        $this->whmcs->setCustomField($service, 'order_id', '');
        $this->refused('refused.has-order', fn () => $this->app->linkOrder()->run($this->record($service), '812345'));
    }

    public function testAnEndedOrderStaysTheServicesWhereTheOneInItsPlaceIsTakenMeanwhile(): void
    {
        [$service, $other] = [$this->orderedService(), $this->service()];
        $looks = 0;
        $this->account->answer('addition.edit', function (array $form) use ($other, &$looks): Reply {
            $body = str_replace('812345', $form['elid'], FakeTransport::fixture('service')->body);
            if ($form['elid'] !== '812345') {
                // Another person gives it to another service after it was looked at.
                $looks++ > 0 || $this->account->answer('addition', 'list-empty');
                $this->whmcs->setCustomField($other, 'order_id', $looks > 1 ? '900001' : '');
                return Reply::received(200, $body);
            }
            return Reply::received(200, str_replace('<status>2<', '<status>4<', $body));
        });
        $this->app->linkOrder()->check($this->record($service), '900001');
        $this->refused('refused.link-owned', fn () => $this->app->linkOrder()->run($this->record($service), '900001'));
        self::assertSame(['done'], $this->states($service), 'what Create refuses to order anew stays closed to it');
        self::assertSame('812345', $this->whmcs->customFields($service)['order_id']);
    }

    public function testWhatOneServiceWasRenewedForGoesOnWithTheServiceThatStaffGiveItTo(): void
    {
        $first = $this->sold();
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($first)));
        $second = $this->sold();
        $this->app->releaseOrder()->run($this->record($first), $this->record($second), '812345');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($second)));
        $this->app->linkOrder()->run($this->record($second), '812345');
        self::assertSame(['done'], $this->states($second));
    }

    public function testAnOrderOfAServiceThatIsGoneOrEndedCanBeLinked(): void
    {
        foreach (['deleted', 'Cancelled', 'terminated'] as $fate) {
            $first = $this->orderedService();
            $this->whmcs->setCustomField($first, 'order_id', '');
            $second = $this->service(['domainstatus' => 'Active']);
            $this->refused('refused.link-owned', fn () => $this->app->linkOrder()->run($this->record($second), '812345'));
            match ($fate) {
                'deleted' => Capsule::table('tblhosting')->where('id', $first)->delete(),
                'Cancelled' => $this->setStatus($first, $fate),
                'terminated' => self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($first))),
            };
            $this->app->linkOrder()->run($this->record($second), '812345');
            self::assertSame(['done'], $this->states($second), $fate);
            Capsule::table('mod_ispmanagernoc_journal')->delete();
            $this->whmcs->setCustomField($second, 'order_id', '');
        }
    }

    public function testTerminateOfAnUnlinkedOrderThatIsOverIsDoneWhereNothingElseCanBeLost(): void
    {
        $service = $this->sold();
        $form = strtr(FakeTransport::fixture('service')->body, ['<item>1001</item>' => '', '<status>2<' => '<status>4<']);
        $this->account->answer('addition.edit', Reply::received(200, $form));
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->account->spending());
    }

    public function testALinkThatIsRefusedLeavesTheFieldAsItWas(): void
    {
        $service = $this->service(['domainstatus' => 'Active']);
        $this->account->answer('addition.edit', function () use ($service): Reply {
            $this->app->journal()->claim("x:$service", Operation::ChangePeriod, $service, $this->serverRecord(), '', null, []);
            return FakeTransport::fixture('service');
        });
        $this->refused('refused.busy', fn () => $this->app->linkOrder()->run($this->record($service), '812345'));
        self::assertSame('', $this->whmcs->customFields($service)['order_id'] ?? '');
    }

    public function testAnOrderThatTerminateEndedIsNotLinkedAgain(): void
    {
        $service = $this->orderedService();
        $this->account->answer('addition.delete', 'ok');
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        $this->refused('refused.link-ended', fn () => $this->app->linkOrder()->run($this->record($service), '812345'));
    }

    public function testTerminateOfAMistypedNumberThatIsDeletedLosesNoOrder(): void
    {
        $service = $this->orderedService();
        $this->whmcs->setCustomField($service, 'order_id', '812354');
        $this->account->answer('addition.edit', Reply::received(200, strtr(FakeTransport::fixture('service')->body, [
            '812345' => '812354', '<status>2<' => '<status>4<', '<item>1001<' => '<item>1002<',
        ])));
        self::assertStringContainsString('is not for the ispmanager license', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame(['done'], $this->states($service));
    }

    public function testAnOrderInTheSecondOfTwoFieldsOfOneNameIsSeenAsWell(): void
    {
        $this->sold();
        $this->whmcs->customField($this->product, 'order_id|Again');
        $this->refused('refused.link-owned', fn () => $this->app->linkOrder()->run($this->record($this->service()), '812345'));
    }

    public function testANumberThatIsTypedOverAnOrderIsCheckedAsAnyOther(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        $this->whmcs->setCustomField($service, 'order_id', '900001');
        $this->account->answer('addition.edit', Reply::received(200, strtr(FakeTransport::fixture('service')->body, [
            '812345' => '900001', '<item>1001<' => '<item>1002<',
        ])));
        $this->assertRefused($service, 'is not for the ispmanager license');
        self::assertSame([], $this->account->spending());
    }

    /** @param array<string, string> $fields */
    private function sold(array $fields = []): int
    {
        $service = $this->service(['domainstatus' => 'Active'], $fields + ['order_id' => '812345']);
        $this->whmcs->paidInvoice($service);
        $this->whmcs->paidInvoice($service);
        return $service;
    }

    private function assertRefused(int $service, string $why): void
    {
        foreach (self::COMMANDS as $command) {
            self::assertStringContainsString($why, "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
        }
    }

    private function assertText(string $why, Closure $command): void
    {
        try {
            $command();
        } catch (CommandFailed $failure) {
            self::assertStringContainsString($why, Texts::in('en')->ofFailure($failure));
            return;
        }
        self::fail("Nothing was refused because it $why");
    }
}
