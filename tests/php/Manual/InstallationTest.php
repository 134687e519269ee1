<?php

/**
 * The manual's first chapter: once the archive is unpacked both modules are found, and the server module needs no other step.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Contract;
use Standin\Module\AddonModule;
use Standin\Module\Apps;
use Standin\Module\Command;
use Standin\Module\ServerModule;

final class InstallationTest extends ShopTest
{
    public function testBothModulesAreFoundByIspmanagerAndTheServerModuleIsActiveAtOnce(): void
    {
        $active = static fn (): array => array_column(Apps::cards('ispmanager'), 'active', 'name');
        self::assertSame(['ispmanager NOC' => true, 'ispmanager NOC partner module' => false], $active());
        AddonModule::load('ispmanagernoc_partner')->activate();
        self::assertSame(['ispmanager NOC' => true, 'ispmanager NOC partner module' => true], $active());
    }

    public function testTheServerModuleCanBeChosenForServersAndProductsByItsName(): void
    {
        self::assertSame(['ispmanagernoc' => 'ispmanager NOC'], ServerModule::choices());
        self::assertTrue(ServerModule::load('ispmanagernoc')->metaData()['RequiresServer']);
    }

    public function testTheWholeWayFromOrderToEndNeedsNoAddon(): void
    {
        self::assertFalse(AddonModule::load('ispmanagernoc_partner')->isActive());
        $service = $this->bought();
        $this->cron('2026-12-20');
        $this->pay();
        self::assertSame('success', Command::run('Terminate', $service));
        self::assertSame(['addition.order.param', 'service.prolong', 'addition.delete'], $this->spent());
    }

    public function testTheVersionThatRunsIsToldToStaff(): void
    {
        self::assertSame(Contract::get('version'), AddonModule::load('ispmanagernoc_partner')->config()['version']);
    }
}
