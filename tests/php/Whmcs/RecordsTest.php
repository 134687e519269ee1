<?php

/**
 * What the module reads of WHMCS: servers by WHMCS's own rules, services of this module alone, products with the cycles they sell.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class RecordsTest extends ModuleTest
{
    public function testWithoutAGroupTheDefaultServerIsUsed(): void
    {
        $this->whmcs->server('ispmanagernoc', ['active' => 0]);
        self::assertSame($this->server, $this->app->servers()->forProduct($this->product)?->id);
        Capsule::table('tblservers')->update(['active' => 0]);
        self::assertNull($this->app->servers()->forProduct($this->product));
    }

    public function testAGroupIsAskedForItsDefaultOrFirstEnabledServer(): void
    {
        $second = $this->whmcs->server('ispmanagernoc', ['active' => 0]);
        $foreign = $this->whmcs->server('cpanel');
        $group = (int) Capsule::table('tblservergroups')->insertGetId(['name' => 'EU']);
        foreach ([$foreign, $second] as $member) {
            Capsule::table('tblservergroupsrel')->insert(['groupid' => $group, 'serverid' => $member]);
        }
        self::assertSame($second, $this->app->servers()->forProduct($this->product, $group)?->id);
        Capsule::table('tblproducts')->where('id', $this->product)->update(['servergroup' => $group]);
        self::assertSame($second, $this->app->servers()->forProduct($this->product)?->id);
        Capsule::table('tblservers')->where('id', $second)->update(['disabled' => 1]);
        self::assertNull($this->app->servers()->forProduct($this->product));
    }

    public function testOtherModulesRecordsAreNotOurs(): void
    {
        $product = $this->whmcs->product('cpanel');
        self::assertNull($this->app->products()->find($product));
        self::assertNull($this->app->services()->find($this->whmcs->service($product)));
        $server = $this->whmcs->server('cpanel');
        self::assertNull($this->app->servers()->find($server));
        self::assertTrue($this->app->servers()->isForeign($server));
    }

    public function testAProductSellsTheCyclesThatHaveAPrice(): void
    {
        Capsule::table('tblpricing')->insert([
            'type' => 'product', 'currency' => 1, 'relid' => $this->product, 'monthly' => 0, 'annually' => 100, 'biennially' => 180,
        ]);
        $cycles = fn (): array => array_keys($this->app->products()->find($this->product)->prices ?? []);
        self::assertSame(['Monthly', 'Annually', 'Biennially'], $cycles());
        Capsule::table('tblproducts')->where('id', $this->product)->update(['paytype' => 'onetime']);
        self::assertSame(['One Time'], $cycles());
    }

    public function testAServiceHasItsDatesAndSettingsInTheirTypes(): void
    {
        $values = ['configoption1' => ' 55371 ', 'configoption3' => '12', 'configoption4' => 'on'];
        Capsule::table('tblproducts')->where('id', $this->product)->update($values);
        $service = $this->record($this->service(['nextduedate' => '2026-12-23']));
        self::assertSame(['2026-12-23', null], [$service->nextDueDate, $service->terminationDate]);
        self::assertSame([55371, 12, true], [
            $service->settings->tariffId,
            $service->settings->singlePaymentPeriod,
            $service->settings->autoRenewal,
        ]);
    }

    public function testNamesAreDecodedOnce(): void
    {
        foreach (['A &amp; B' => 'A & B', 'A &amp;amp; B' => 'A &amp; B'] as $stored => $plain) {
            Capsule::table('tblservers')->update(['name' => $stored]);
            self::assertSame($plain, $this->app->servers()->find($this->server)?->name);
        }
    }

    public function testTheInstallationsNameIsMadeOnce(): void
    {
        $installation = new \IspmanagerNoc\Whmcs\Installation();
        self::assertMatchesRegularExpression('/^[0-9a-f]{8}$/', $installation->id());
        self::assertSame($installation->id(), $installation->id());
    }
}
