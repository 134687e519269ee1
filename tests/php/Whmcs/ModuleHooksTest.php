<?php

/**
 * The module asks WHMCS to load its hooks on the pages where staff set it up, and touches nobody else's entry.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Entry;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class ModuleHooksTest extends ModuleTest
{
    private string $script;

    protected function setUp(): void
    {
        parent::setUp();
        $this->script = (string) $_SERVER['SCRIPT_NAME'];
        $this->whmcs->actAsStaff();
    }

    protected function tearDown(): void
    {
        $_SERVER['SCRIPT_NAME'] = $this->script;
        parent::tearDown();
    }

    public function testItIsAddedOnceAndOthersStay(): void
    {
        Setting::setValue('ModuleHooks', 'cpanel,plesk');
        foreach (['/admin/configservers.php', '/admin/configproducts.php'] as $page) {
            $this->load($page);
        }
        self::assertSame('cpanel,plesk,ispmanagernoc', Setting::getValue('ModuleHooks'));
    }

    public function testOtherPagesAndVisitorsChangeNothing(): void
    {
        $this->load('/admin/clientsservices.php');
        $_SESSION = [];
        $this->load('/admin/configservers.php');
        self::assertSame('', Setting::getValue('ModuleHooks'));
    }

    public function testAWhmcsWithoutTheListOrWithoutADatabaseIsLeftAlone(): void
    {
        Capsule::table('tblconfiguration')->where('setting', 'ModuleHooks')->delete();
        $this->load('/admin/configservers.php');
        self::assertNull(Setting::getValue('ModuleHooks'));
        Capsule::schema()->drop('tblconfiguration');
        $this->load('/admin/configservers.php');
    }

    private function load(string $script): void
    {
        $_SERVER['SCRIPT_NAME'] = $script;
        Entry::loaded();
    }
}
