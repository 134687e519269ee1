<?php

/**
 * An order is taken away only from a service for which it was not placed, and only while another one keeps it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Journal\Operation;
use WHMCS\Database\Capsule;

final class ReleaseOrderTest extends CommandTest
{
    public function testTheServiceHasNoOrderAfterwardsAndTheKeeperIsSureOfIts(): void
    {
        [$service, $keeper] = [$this->with('812345'), $this->with('812345')];
        self::assertStringContainsString('another service', ispmanagernoc_Sync($this->whmcs->params($keeper)));
        self::assertNull($this->check($service, $keeper, '812345'));
        $this->release($service, $keeper, '812345');
        self::assertSame([], $this->account->requests);
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($keeper)));
        self::assertStringContainsString('no order', ispmanagernoc_TerminateAccount($this->whmcs->params($service)));
        self::assertSame([], $this->account->spending());
    }

    public function testAServiceFallsBackOnTheOrderThatWasPlacedForIt(): void
    {
        $service = $this->orderedService();
        $keeper = $this->with('501');
        $this->whmcs->setCustomField($service, 'order_id', '501');
        self::assertSame('812345', $this->check($service, $keeper, '501'));
        $this->release($service, $keeper, '501');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
    }

    public function testWhatWasPlacedForAServiceStaysItsOwnUntilItIsEnded(): void
    {
        $owner = $this->orderedService();
        $keeper = $this->with('812345');
        $this->refused('refused.release-own', fn () => $this->release($owner, $keeper, '812345'));
        $this->whmcs->setCustomField($owner, 'order_id', '');
        $this->refused('refused.release-own', fn () => $this->release($owner, $keeper, '812345'));
        $this->release($keeper, $owner, '812345');
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($owner)));
        self::assertSame('success', ispmanagernoc_TerminateAccount($this->whmcs->params($owner)));

        $this->whmcs->setCustomField($owner, 'order_id', '812345');
        $this->whmcs->setCustomField($keeper, 'order_id', '812345');
        $this->refused('refused.release-changed', fn () => $this->release($keeper, $owner, '812345'));
        $this->release($owner, $keeper, '812345');
    }

    public function testAnOrderThatNobodyWouldKeepIsNotReleased(): void
    {
        [$service, $keeper] = [$this->with('501'), $this->with('502')];
        $this->refused('refused.release-changed', fn () => $this->release($service, $keeper, '501'));
        $this->refused('refused.release-changed', fn () => $this->release($service, $keeper, '502'));
        self::assertSame('501', $this->whmcs->customFields($service)['order_id']);
    }

    public function testOfTwoPeopleWhoReleaseItFromBothAtOnceNotBothDo(): void
    {
        [$service, $keeper] = [$this->with('501'), $this->with('501')];
        // The other process empties the keeper's field at the moment when this one empties the service's.
        Capsule::connection()->statement("CREATE TRIGGER other_process AFTER UPDATE ON tblcustomfieldsvalues
            WHEN NEW.relid = $service AND NEW.value = ''
            BEGIN UPDATE tblcustomfieldsvalues SET value = '' WHERE relid = $keeper AND value = '501'; END");
        $this->refused('refused.release-changed', fn () => $this->release($service, $keeper, '501'));
        self::assertSame('501', $this->whmcs->customFields($service)['order_id']);
    }

    public function testWhileSomethingOfTheServiceIsOpenNothingIsTakenFromIt(): void
    {
        [$service, $keeper] = [$this->with('501'), $this->with('501')];
        $this->app->journal()->claim("renew:$service:from-2026-12-23", Operation::Renew, $service, $this->serverRecord(), '501', null, []);
        $this->refused('refused.release-open', fn () => $this->release($service, $keeper, '501'));
        $this->release($keeper, $service, '501');
    }

    private function with(string $order): int
    {
        return $this->service(['domainstatus' => 'Active'], ['order_id' => $order]);
    }

    private function check(int $service, int $keeper, string $order): ?string
    {
        return $this->app->releaseOrder()->check($this->record($service), $this->record($keeper), $order);
    }

    private function release(int $service, int $keeper, string $order): void
    {
        $this->app->releaseOrder()->run($this->record($service), $this->record($keeper), $order);
    }
}
