<?php

/**
 * Hooks take part in WHMCS without ever being in its way: registered once, quick elsewhere, and never throwing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Hooks;

use IspmanagerNoc\Account\Breaker;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Tests\Notices;
use Standin\HookNames;
use Standin\Hooks;
use WHMCS\Database\Capsule;
use WHMCS\Service\Service;

final class HooksTest extends ModuleTest
{
    private const FILES = ['servers/ispmanagernoc', 'addons/ispmanagernoc_partner', 'servers/ispmanagernoc'];

    protected function tearDown(): void
    {
        parent::tearDown();
        $_REQUEST = $_GET = [];
    }

    /**
     * @group machine
     * @runInSeparateProcess
     * @preserveGlobalState disabled
     */
    public function testAreRegisteredOnceHoweverOftenTheFilesAreLoaded(): void
    {
        foreach (self::FILES as $module) {
            require __DIR__ . "/../../../php-hooks/$module/hooks.php";
        }
        $registered = Hooks::registered();
        self::assertCount(11, $registered);
        foreach ($registered as $name => $count) {
            self::assertSame(1, $count, $name);
            self::assertTrue(HookNames::isDocumented($name), $name);
        }
    }

    /** @return array<string, array{string}> */
    public static function names(): array
    {
        $files = glob(__DIR__ . '/../../../php-hooks/servers/ispmanagernoc/lib/Hook/*.php') ?: [];
        $names = array_diff(array_map(static fn (string $file): string => basename($file, '.php'), $files), ['Hook']);
        return array_combine($names, array_map(static fn (string $name): array => [$name], $names));
    }

    /** @dataProvider names */
    public function testTakesEmptyVariables(string $name): void
    {
        $answer = Hook::named($name)([]);
        self::assertContains($answer, [null, '', []], $name);
        self::assertSame([], array_filter($this->whmcs->activityLog(), static fn (string $line): bool => str_contains($line, 'failed')));
    }

    /** @dataProvider names */
    public function testNeverThrows(string $name): void
    {
        $this->dropTables();
        $_REQUEST = ['action' => 'productdetails', 'id' => '1'];
        $log = (string) ini_set('error_log', '/dev/null');
        $vars = [
            'pid' => 1, 'serverid' => 1, 'filename' => 'clientarea', 'service' => (object) ['id' => 1],
            'customfield' => [1 => 'x'],
        ];
        $answer = Hook::named($name)($vars);
        ini_set('error_log', $log);
        self::assertTrue($answer === null || $answer === '', $name);
    }

    public function testEveryHookIsRegisteredBehindTheGuard(): void
    {
        $file = (string) file_get_contents(__DIR__ . '/../../../php-hooks/servers/ispmanagernoc/hooks.php');
        preg_match_all("/^add_hook\\('\\w+', \\d+, IspmanagerNoc\\\\Hook\\\\Hook::named\\('(\\w+)'\\)\\);$/m", $file, $guarded);
        self::assertSame(substr_count($file, 'add_hook('), count($guarded[1]));
        self::assertSame([], array_diff(array_keys(self::names()), $guarded[1]), 'and each class is registered');
    }

    /** @dataProvider names */
    public function testWhateverAHooksBodyThrowsIsLoggedAndKeptFromWhmcs(string $name): void
    {
        $this->whmcs->actAsStaff();
        $this->dropTables();
        $thrower = new class {
            public function __isset(string $name): bool
            {
                return true;
            }

            public function __get(string $name): never
            {
                throw new \Error($name);
            }

            public function __toString(): string
            {
                throw new \Error('text');
            }
        };
        $_REQUEST = ['action' => 'productdetails', 'id' => '1'];
        $vars = array_fill_keys(['pid', 'serverid', 'filename', 'service'], $thrower) + ['customfield' => [1 => 'x'], 'billingcycle' => 'x'];
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        $before = (string) ini_set('error_log', $file);
        self::assertNull(Hook::named($name)($vars));
        Notices::taken();
        ini_set('error_log', $before);
        self::assertStringContainsString("hook $name failed", (string) file_get_contents($file));
        unlink($file);
    }

    public function testAHookThatDoesNotExistIsReportedAndNotThrown(): void
    {
        self::assertNull(Hook::named('Nothing')([]));
        self::assertStringContainsString('hook Nothing failed', implode('', $this->whmcs->activityLog()));
    }

    public function testTheOrderFormComplainsAboutEveryFieldThatTheAccountCouldNotTake(): void
    {
        $posted = $this->posted('abc', 'not an e-mail &lt;b&gt;');
        $complaints = Hook::named('OrderForm')(['customfield' => $posted]);
        self::assertCount(2, $complaints);
        self::assertStringContainsString('ispmanager license', $complaints[0]);
        self::assertStringContainsString('BitNinja E-mail', $complaints[1]);
        self::assertStringNotContainsString('<b>', implode('', $complaints));

        $_SESSION['Language'] = 'russian';
        self::assertMatchesRegularExpression('/[А-я]/u', Hook::named('OrderForm')(['customfield' => $posted])[0]);
    }

    public function testTheOrderFormLeavesARequiredFieldThatIsEmptyToWhmcs(): void
    {
        self::assertSame([], Hook::named('OrderForm')(['customfield' => $this->posted('', 'client@example.com')]));
        Capsule::table('tblcustomfields')->update(['required' => '']);
        self::assertCount(1, Hook::named('OrderForm')(['customfield' => $this->posted('', 'client@example.com')]));
    }

    public function testTheOrderFormRefusesABillingCycleThatCannotBeOrdered(): void
    {
        $form = fn (string $cycle): array => ['billingcycle' => $cycle, 'customfield' => $this->posted('1001', 'client@example.com')];
        foreach (['monthly' => 0, 'quarterly' => 0, 'biennially' => 1, 'triennially' => 1] as $cycle => $complaints) {
            self::assertCount($complaints, Hook::named('OrderForm')($form($cycle)), $cycle);
        }
        $this->app->refreshPrices($this->app->servers()->all()[0]);
        self::assertCount(1, Hook::named('OrderForm')($form('quarterly')), 'the tariff is not sold for three months');
        Capsule::table('tblproducts')->update(['paytype' => 'onetime']);
        self::assertSame([], Hook::named('OrderForm')($form('onetime')));
    }

    public function testTheOrderFormRefusesAQuantityThatWouldStayInOneService(): void
    {
        $_SESSION['cart']['products'][3]['pid'] = $this->product;
        foreach ([0 => 0, 1 => 0, 3 => 1] as $allowed => $complaints) {
            Capsule::table('tblproducts')->update(['allowqty' => $allowed]);
            self::assertCount($complaints, Hook::named('OrderForm')(['i' => '3', 'qty' => '2']));
            self::assertSame([], Hook::named('OrderForm')(['i' => '3', 'qty' => '1']));
            self::assertSame([], Hook::named('OrderForm')(['i' => '4', 'qty' => '2']));
        }
    }

    public function testTheOrderFormHasNothingAgainstGoodValuesAndOtherProducts(): void
    {
        self::assertSame([], Hook::named('OrderForm')(['customfield' => $this->posted(' 1001-ABC ', 'client@example.com')]));

        $other = $this->whmcs->customField($this->whmcs->product('sampleserver'), 'item|Item');
        self::assertSame([], Hook::named('OrderForm')(['customfield' => [$other => 'abc']]));
    }

    public function testTheOrderFormTakesNoOrderIdFromAClient(): void
    {
        $orderId = Capsule::table('tblcustomfields')->where('fieldname', 'like', 'order_id|%')->value('id');
        $complaints = Hook::named('OrderForm')(['customfield' => [$orderId => '812345'] + $this->posted('1001', 'client@example.com')]);
        self::assertSame(['"Order ID" is filled in for you. Please leave it empty.'], $complaints);
    }

    public function testSavingAProductCreatesTheFieldsOfItsTariff(): void
    {
        foreach (['23221' => 'domain', '55369' => 'licname', '55371' => 'bitninjakey'] as $tariff => $field) {
            $product = $this->whmcs->product('ispmanagernoc', ['configoption1' => (string) $tariff]);
            Hook::named('ProductSaved')(['pid' => $product]);
            self::assertContains($field, $this->fieldNames($product), "tariff $tariff");
        }
    }

    public function testSavingAProductWithoutAKnownTariffCreatesNothing(): void
    {
        $this->account->answer('pricelist.export', Reply::notSent('no route'));
        foreach (['', 'abc', '777'] as $tariff) {
            $product = $this->whmcs->product('ispmanagernoc', ['configoption1' => $tariff]);
            Hook::named('ProductSaved')(['pid' => $product]);
            self::assertSame([], $this->fieldNames($product), "tariff '$tariff'");
        }
    }

    public function testAnAdministratorsFieldIsKeptWhenTheProductIsSaved(): void
    {
        $product = $this->whmcs->product('ispmanagernoc', ['configoption1' => '55371']);
        $own = $this->whmcs->customField($product, 'item|Your licence', ['required' => '', 'adminonly' => 'on']);
        Hook::named('ProductSaved')(['pid' => $product]);
        Hook::named('ProductSaved')(['pid' => $product]);

        $fields = Capsule::table('tblcustomfields')->where('relid', $product)->get();
        self::assertCount(5, $fields);
        self::assertSame('item|Your licence', $fields->firstWhere('id', $own)->fieldname);
    }

    public function testAChangedServerRecordClosesItsBreakerAndKeepsItsPriceList(): void
    {
        $server = $this->app->servers()->find($this->server);
        $this->app->refreshPrices($server);
        for ($failure = 0; $failure < Breaker::FAILURES; $failure++) {
            $this->app->breaker()->failed($this->server);
        }
        Hook::named('ServerChanged')(['serverid' => $this->server]);
        self::assertTrue($this->app->breaker()->admits($this->server));
        self::assertNotNull($this->app->prices()->stored($server));

        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'another']);
        self::assertNull($this->app->prices()->stored($this->app->servers()->find($this->server)));
    }

    public function testADeletedServerRecordTakesItsPriceListAlong(): void
    {
        $server = $this->app->servers()->find($this->server);
        $this->app->refreshPrices($server);
        Capsule::table('tblservers')->where('id', $this->server)->delete();
        Hook::named('ServerChanged')(['serverid' => $this->server]);
        self::assertNull($this->app->prices()->stored($server));
    }

    public function testTheDailyRunRenewsEveryEnabledServersListAndGoesOnAfterOneThatIsDown(): void
    {
        $broken = $this->whmcs->server('ispmanagernoc', ['name' => 'Broken', 'hostname' => 'example.com', 'active' => 0]);
        $disabled = $this->whmcs->server('ispmanagernoc', ['hostname' => 'my.ispmanager.ru', 'disabled' => 1, 'active' => 0]);
        Hook::named('DailyRun')([]);

        self::assertNotNull($this->app->prices()->stored($this->app->servers()->find($this->server)));
        self::assertNull($this->app->prices()->stored($this->app->servers()->find($broken)));
        self::assertNull($this->app->prices()->stored($this->app->servers()->find($disabled)));
        self::assertStringContainsString('Broken', implode('', $this->whmcs->activityLog()));
    }

    public function testTheDailyRunComparesWhateverBecameOfThePriceLists(): void
    {
        $service = $this->orderedService();
        $this->clock->pause(60);
        $this->account->answer('pricelist.export', static fn () => throw new \RuntimeException('unforeseen'));
        $this->account->answer('addition.edit', 'error-missed');
        Hook::named('DailyRun')([]);
        self::assertSame($service, $this->app->differences()->all(1)[0]->serviceId ?? null);
        self::assertStringContainsString('price list of EU failed', implode('', $this->whmcs->activityLog()));
    }

    public function testTheClientsPageHasTheMountNodeOfTheOwnService(): void
    {
        $service = $this->orderedService();
        $html = Hook::named('ClientDetails')(['service' => Service::find($service)]);
        self::assertStringContainsString('data-ispnoc="service-info"', $html);
        self::assertStringNotContainsString('BN-KEY-0001', $html);

        $other = $this->whmcs->service($this->whmcs->product('sampleserver'));
        self::assertSame('', Hook::named('ClientDetails')(['service' => Service::find($other)]));
        self::assertSame([], $this->account->requests);
    }

    /** All but the logs; the module's own are made first, so that it does not make them anew. */
    private function dropTables(): void
    {
        $this->app->journal()->forService(1);
        foreach (Capsule::schema()->getConnection()->select("select name from sqlite_master where type = 'table'") as $table) {
            if (!str_starts_with($table->name, 'sqlite_') && !in_array($table->name, ['tblactivitylog', 'tblmodulelog'], true)) {
                Capsule::schema()->drop($table->name);
            }
        }
    }

    /** @return list<string> */
    private function fieldNames(int $product): array
    {
        $names = Capsule::table('tblcustomfields')->where('relid', $product)->pluck('fieldname')->all();
        return array_map(static fn (string $name): string => explode('|', $name)[0], $names);
    }

    /** @return array<int, string> what the order form of a BitNinja product posts, by the fields' ids */
    private function posted(string $item, string $email): array
    {
        $posted = [];
        foreach (Capsule::table('tblcustomfields')->where('showorder', 'on')->pluck('id', 'fieldname')->all() as $name => $id) {
            $posted[$id] = str_starts_with($name, 'item') ? $item : $email;
        }
        return $posted;
    }
}
