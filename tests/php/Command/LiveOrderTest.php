<?php

/**
 * No command touches an order of which it is not certain that it is the service's own.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class LiveOrderTest extends ModuleTest
{
    private const COMMANDS = ['CreateAccount', 'Renew', 'TerminateAccount', 'Sync'];

    public function testAnotherServicesOrderIsNeitherReadNorRenewedNorEnded(): void
    {
        $owner = $this->orderedService();
        foreach ([$this->server, 0] as $server) {
            $thief = $this->service(['server' => $server], ['order_id' => '812345']);
            $this->assertEveryCommandIsRefused($thief, 'another service');
            self::assertSame('', $this->whmcs->customFields($thief)['bitninjakey']);
        }
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($owner)));
    }

    public function testAnOrderThatStaffMovedToAnotherServiceIsNoLongerTheFormerOnes(): void
    {
        $former = $this->orderedService();
        $this->whmcs->setCustomField($former, 'order_id', '');
        $present = $this->service([], ['order_id' => '812345']);
        $this->assertEveryCommandIsRefused($former, 'another service');
        self::assertStringContainsString('another service', ispmanagernoc_Sync($this->whmcs->params($present)), 'while the former one goes on');
        $this->setStatus($former, 'Cancelled');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($present)));
    }

    public function testAServiceMovedToAnotherAccountIsRefusedUntilItIsBack(): void
    {
        $service = $this->orderedService();
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'username' => 'ru', 'password' => 'x']);
        Capsule::table('tblhosting')->where('id', $service)->update(['server' => $other]);
        $this->assertEveryCommandIsRefused($service, 'the server "EU"');

        Capsule::table('tblservers')->where('id', $other)->update(['hostname' => 'EU.ispmanager.com', 'username' => 'eu-partner']);
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
    }

    private function assertEveryCommandIsRefused(int $service, string $why): void
    {
        $this->account->requests = [];
        foreach (self::COMMANDS as $command) {
            self::assertStringContainsString($why, "ispmanagernoc_$command"($this->whmcs->params($service)), $command);
        }
        self::assertSame([], $this->account->requests);
    }

    public function testAnotherRecordOfTheSameAccountDoesNotMakeAnothersOrderOnesOwn(): void
    {
        $this->orderedService();
        $columns = ['name' => 'EU copy', 'hostname' => 'https://eu.ispmanager.com/', 'username' => 'eu-partner', 'password' => 'x'];
        $thief = $this->service(['server' => $this->whmcs->server('ispmanagernoc', $columns)], ['order_id' => '812345']);
        $this->assertEveryCommandIsRefused($thief, 'another service');
    }

    public function testARecordThatWasPointedAtAnotherBillingIsNotAskedForOrdersOfTheFormer(): void
    {
        $service = $this->orderedService();
        Capsule::table('tblservers')->where('id', $this->server)->update(['hostname' => 'my.ispmanager.ru']);
        $this->assertEveryCommandIsRefused($service, 'Choose that server');
    }

    public function testALoginThatWasRenamedChangesNothing(): void
    {
        $service = $this->orderedService();
        $this->whmcs->paidInvoice($service);
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'renamed']);
        self::assertSame('success', ispmanagernoc_Renew($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
    }

    public function testUnderAnotherLoginAnOrderThatIsNotShownIsNotGone(): void
    {
        $service = $this->orderedService();
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'other-account']);
        $this->account->answer('addition.edit', 'error-missed');
        self::assertStringContainsString('does not show order', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame(['done'], $this->states($service));
    }

    public function testANewServiceUnderTheNumberOfADeletedOneHasNoPartInItsOrder(): void
    {
        $former = $this->orderedService();
        Capsule::table('tblhosting')->where('id', $former)->delete();
        Capsule::table('tblcustomfieldsvalues')->where('relid', $former)->delete();
        $new = $this->service(['id' => $former], ['item' => '2002']);
        $this->assertEveryCommandIsRefused($new, 'earlier service');

        $this->whmcs->setCustomField($new, 'order_id', '812345');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($new)), 'unless a person says that it is the same');
    }
}
