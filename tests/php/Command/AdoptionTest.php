<?php

/**
 * A service that an earlier module sold has its order in a field and nothing in the journal. It is found by its fields and linked; nothing is
 * ordered for it, and nothing is done with an order that is not its own.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\FakeTransport;
use Standin\Module\Command;
use WHMCS\Database\Capsule;

final class AdoptionTest extends CommandTest
{
    private const COMMANDS = ['CreateAccount', 'Renew', 'TerminateAccount', 'Sync'];

    public function testCreateOrdersNothingAndLinksTheOrder(): void
    {
        $service = $this->sold(['domainstatus' => 'Pending']);
        self::assertSame('success', Command::run('Create', $service));
        self::assertSame([], $this->account->spending());
        self::assertSame(['done'], $this->states($service));
        $entry = $this->app->journal()->forService($service)[0];
        self::assertSame(['812345', 'journal.linked', '55371', '1001'], [$entry->orderId, $entry->textKey, $entry->fact('tariff'), $entry->fact('item')]);
        self::assertSame('BN-KEY-0001', $this->whmcs->customFields($service)['bitninjakey']);
        self::assertSame('success', Command::run('Create', $service));
        self::assertSame(['done'], $this->states($service), 'it is linked once');
    }

    public function testSyncLinksItAndTakesOverWhatTheAccountShows(): void
    {
        $service = $this->sold();
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
        self::assertSame(['done'], $this->states($service));
        self::assertSame('2026-12-23', $this->record($service)->terminationDate);
        self::assertSame([], $this->account->spending());
    }

    public function testItIsRenewedForTheInvoiceThatIsPaidAndEndedWhenItIsTerminated(): void
    {
        $service = $this->sold();
        array_map(fn () => $this->whmcs->paidInvoice($service), range(1, 3));
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame(['done', 'done', 'done'], $this->states($service));
        self::assertSame(['service.prolong', 'addition.delete'], array_column($this->account->spending(), 'func'));
    }

    public function testWhatWasPaidUnderThisModuleIsStillRenewedAfterSyncHasLinkedIt(): void
    {
        $service = $this->sold();
        $this->whmcs->paidInvoice($service);
        $this->whmcs->paidInvoice($service);
        Hook::named('InvoiceRaised')(['invoiceid' => $this->whmcs->paidInvoice($service)]);
        $this->account->answer('subaccount', 'balance-short');
        self::assertStringContainsString('balance', ispmanagernoc_Renew($this->whmcs->params($service)));
        $this->account->answer('subaccount', 'balance');
        ispmanagernoc_Sync($this->whmcs->params($service));
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertCount(1, $this->account->spending());
    }

    public function testOfWhatWasPaidBeforeTheNewestIsRenewedWhereTheOrderEndsAsItsPeriodBegins(): void
    {
        // The order of the account ends on 2026-12-23.
        foreach (['2026-12-22' => 1, '2026-11-23' => 0] as $begins => $renewals) {
            $service = $this->sold(['nextduedate' => (string) $begins]);
            Capsule::table('tblorders')->update(['invoiceid' => 9999]);
            $this->whmcs->paidInvoice($service);
            ispmanagernoc_Sync($this->whmcs->params($service));
            $this->account->requests = [];
            self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
            self::assertCount($renewals, $this->account->spending(), (string) $begins);
            $this->whmcs->setCustomField($service, 'order_id', '');
            Capsule::table('mod_ispmanagernoc_journal')->delete();
        }
    }

    public function testAnOrderThatTheAccountDoesNotKnowIsRefusedAndNothingIsOrdered(): void
    {
        $service = $this->sold(['domainstatus' => 'Pending']);
        $this->account->answer('addition.edit', 'error-missed');
        self::assertStringContainsString('does not show order 812345', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        self::assertStringContainsString('does not show order 812345', ispmanagernoc_Renew($this->whmcs->params($this->paid($service))));
        $this->assertNothingHappened($service);
    }

    public function testAnOrderForAnotherLicenceIsLeftAloneByEveryCommand(): void
    {
        $service = $this->paid($this->sold([], ['item' => '2002']));
        foreach (self::COMMANDS as $command) {
            self::assertStringContainsString('is not for the ispmanager license', "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
        }
        $this->assertNothingHappened($service);
        self::assertSame('', $this->whmcs->customFields($service)['bitninjakey']);
    }

    public function testAnOrderOfAnotherKindIsLeftAlone(): void
    {
        $service = $this->sold();
        $form = strtr(FakeTransport::fixture('service')->body, ['55371' => '23221', 'BitNinja for' => 'DDoS-Guard for']);
        $this->account->answer('addition.edit', Reply::received(200, $form));
        self::assertStringContainsString('another kind', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->assertNothingHappened($service);
    }

    public function testWhileTheAccountIsSilentNothingIsOrdered(): void
    {
        $service = $this->sold();
        $this->account->answer('addition.edit', Reply::notSent('no route'));
        self::assertStringContainsString('Retry is safe', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->assertNothingHappened($service);
    }

    public function testAnOrderThatIsDeletedInTheAccountIsNotReplacedByItself(): void
    {
        $service = $this->sold();
        $this->account->answer('addition.edit', Reply::received(200, str_replace('<status>2<', '<status>4<', FakeTransport::fixture('service')->body)));
        self::assertStringContainsString('is deleted', ispmanagernoc_CreateAccount($this->whmcs->params($service)));
        $this->assertNothingHappened($service);
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
        self::assertSame('Terminated', $this->record($service)->status);
    }

    public function testAServiceOnTheServerRecordOfTheEarlierModuleGetsOneOfThisModule(): void
    {
        $former = $this->whmcs->server('billmanager_noc', ['hostname' => 'https://api.ispsystem.com/manager/billmgr']);
        foreach (self::COMMANDS as $number => $command) {
            $order = (string) (700001 + $number);
            $this->account->answer('addition.edit', Reply::received(200, str_replace('812345', $order, FakeTransport::fixture('service')->body)));
            $service = $this->paid($this->sold(['server' => $former], ['order_id' => $order]));
            self::assertSame('success', "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
            self::assertSame($this->server, $this->record($service)->serverId, $command);
        }
        $this->account->requests = [];
        $unclear = $this->sold(['server' => $former], ['item' => '', 'order_id' => '700009']);
        $this->account->answer('addition.edit', Reply::received(200, str_replace('812345', '700009', FakeTransport::fixture('service')->body)));
        self::assertStringContainsString('is not for the ispmanager license', ispmanagernoc_Sync($this->whmcs->params($unclear)), 'it may be another account\'s');
        self::assertSame($former, $this->record($unclear)->serverId);
    }

    public function testFieldsOfEarlierModulesAreFoundByWhatTheyAreCalled(): void
    {
        Capsule::table('tblcustomfields')->where('fieldname', 'like', 'order_id|%')->update(['fieldname' => 'Order ID']);
        Capsule::table('tblcustomfields')->where('fieldname', 'like', 'item|%')
            ->update(['fieldname' => 'ID of the ispmanager license for which the module is purchased']);
        $service = $this->whmcs->service($this->product, ['server' => $this->server, 'domainstatus' => 'Pending'], [
            'Order ID' => '812345', 'ID of the ispmanager license for which the module is purchased' => '1001',
        ]);
        self::assertSame('success', Command::run('Create', $service));
        self::assertSame([], $this->account->spending());
        self::assertSame(['done'], $this->states($service));
        self::assertSame(5, Capsule::table('tblcustomfields')->count(), 'no second field of the same meaning');
        self::assertNotSame('success', Command::run('Create', $this->whmcs->service($this->product, ['server' => $this->server], [
            'Order ID' => '812345', 'ID of the ispmanager license for which the module is purchased' => '1001',
        ])), 'of two services with one order none is served');
    }

    public function testBesideTheExactFieldOneThatIsOnlyCalledLikeItIsThePartnersOwn(): void
    {
        $this->whmcs->customField($this->product, 'Order ID');
        $service = $this->service([], ['Order ID' => '999']);
        self::assertSame('success', Command::run('Create', $service));
        self::assertSame(['999', '812345'], [$this->whmcs->customFields($service)['Order ID'], $this->whmcs->customFields($service)['order_id']]);
    }

    /**
     * @param array<string, mixed> $columns
     * @param array<string, string> $fields
     */
    private function sold(array $columns = [], array $fields = []): int
    {
        return $this->service($columns + ['domainstatus' => 'Active'], $fields + ['order_id' => '812345']);
    }

    private function paid(int $service): int
    {
        $this->whmcs->paidInvoice($service);
        $this->whmcs->paidInvoice($service);
        return $service;
    }

    private function assertNothingHappened(int $service): void
    {
        self::assertSame([], $this->account->spending());
        self::assertSame([], $this->states($service));
    }
}
