<?php

/**
 * What the module puts into WHMCS's pages comes from the database alone, works without the panel, and holds no secret.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Page;

use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class PagesTest extends ModuleTest
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->whmcs->actAsStaff();
        $_REQUEST = ['id' => (string) $this->product];
    }

    protected function tearDown(): void
    {
        self::assertSame([], $this->account->requests, 'A page asked the account.');
        parent::tearDown();
        $_REQUEST = $_GET = [];
    }

    public function testTheModuleSettingsAreTheManualsInTheContractsOrder(): void
    {
        $options = array_values(ispmanagernoc_ConfigOptions([]));
        self::assertSame('Product ID', $options[0]['FriendlyName']);
        self::assertSame('Admin phone', $options[1]['FriendlyName']);
        self::assertSame([true, 'ispmanagernoc_TariffLoader'], [$options[0]['SimpleMode'], $options[0]['Loader']]);
        self::assertSame(['text', 'text', 'dropdown', 'yesno'], array_column($options, 'Type'));
        self::assertSame(['', 1, 3, 6, 12], array_keys($options[2]['Options']));
    }

    public function testTheProductIdCarriesThePickerOfTheProductThatIsEdited(): void
    {
        $config = self::config(ispmanagernoc_ConfigOptions([])['product_id']['Description']);
        self::assertSame($this->product, $config['product']);
        self::assertSame('addonmodules.php?module=ispmanagernoc_partner', $config['relay']);

        $_REQUEST = [];
        self::assertStringNotContainsString('ispnoc-mount', ispmanagernoc_ConfigOptions([])['product_id']['Description']);
    }

    public function testThePanelSaysHowTheAddonIsActivated(): void
    {
        $notice = fn (): ?string => self::config(ispmanagernoc_ConfigOptions([])['product_id']['Description'])['notice'];
        self::assertStringContainsString('Activate', (string) $notice());

        $addon = ['module' => 'ispmanagernoc_partner'];
        Capsule::table('tbladdonmodules')->insert($addon + ['setting' => 'access', 'value' => '2']);
        self::assertStringContainsString('role', (string) $notice());

        Capsule::table('tbladdonmodules')->where($addon)->update(['value' => '1,2']);
        self::assertNull($notice());
    }

    public function testTheLoaderOffersTheStoredTariffs(): void
    {
        $this->storePrices();
        $choices = ispmanagernoc_TariffLoader($this->whmcs->serverParams($this->server));
        self::assertStringContainsString('BitNinja', $choices[55371]);
        self::assertArrayHasKey(55369, $choices);
        self::assertSame('', array_key_first($choices), 'a new product must not sell the first tariff by accident');
    }

    public function testTheLoaderKeepsWhatTheProductHas(): void
    {
        $this->storePrices();
        Capsule::table('tblproducts')->where('id', $this->product)->update(['configoption1' => '777']);
        self::assertStringContainsString('777', ispmanagernoc_TariffLoader($this->whmcs->serverParams($this->server))[777]);
    }

    public function testWithoutAListTheLoaderSaysHowToGetOne(): void
    {
        $this->expectExceptionMessage('ispmanager NOC partner module');
        ispmanagernoc_TariffLoader($this->whmcs->serverParams($this->server));
    }

    public function testTheServicePageTellsEverythingWithoutThePanel(): void
    {
        $service = $this->orderedService();
        $html = ispmanagernoc_AdminServicesTabFields($this->whmcs->params($service))['ispmanager NOC'];
        self::assertSame($service, self::config($html)['service']);
        foreach (['Active', '812345', '1001', 'The account placed order 812345.', '10.00 EUR'] as $text) {
            self::assertStringContainsString($text, strip_tags($html));
        }
        self::assertNoSecret($html);
    }

    public function testARoleWithoutAccessReadsTheFactsBesideTheNotice(): void
    {
        $service = $this->orderedService();
        $html = ispmanagernoc_AdminServicesTabFields($this->whmcs->params($service))['ispmanager NOC'];
        [$node, $beside] = explode('</div></div>', $html, 2);
        self::assertStringContainsString('Activate', strip_tags($node));
        self::assertStringContainsString('812345', strip_tags($beside));
    }

    public function testAServiceOfAnotherModuleHasNoRows(): void
    {
        $service = $this->whmcs->service($this->whmcs->product('sampleserver'));
        self::assertSame([], ispmanagernoc_AdminServicesTabFields($this->whmcs->params($service)));
        self::assertSame([], ispmanagernoc_AdminServicesTabFields([]));
    }

    public function testTheProductPageListsTheFieldsWithoutThePanel(): void
    {
        Capsule::table('tblcustomfields')->where('fieldname', 'like', 'bitninjakey%')->delete();
        $rows = Hook::named('ProductFields')(['pid' => $this->product]);
        $text = strip_tags((string) reset($rows));
        self::assertStringContainsString('BitNinja key (bitninjakey)', $text);
        self::assertStringContainsString('Will be created', $text);
        self::assertSame([], Hook::named('ProductFields')(['pid' => $this->whmcs->product('sampleserver')]));
    }

    public function testWhatAClientTypedIsNoMarkupInTheTextsForStaff(): void
    {
        $service = $this->service([], ['bitninja_email' => '&lt;img src=x onerror=alert(1)&gt;']);
        $this->storePrices();
        $text = ispmanagernoc_CreateAccount($this->whmcs->params($service));
        self::assertStringContainsString('img src=x', $text);
        self::assertStringNotContainsString('<', $text);
        self::assertStringNotContainsString('<img', ispmanagernoc_AdminServicesTabFields($this->whmcs->params($service))['ispmanager NOC']);
    }

    public function testTheClientAreaKeepsTheThemesRows(): void
    {
        self::assertSame([], ispmanagernoc_ClientArea($this->whmcs->params($this->orderedService())));
        self::assertSame([], ispmanagernoc_ClientArea([]));
    }

    private function storePrices(): void
    {
        $this->app->refreshPrices($this->app->servers()->find($this->server));
        $this->account->requests = [];
    }

    /** @return array<string, mixed> of the first mount node */
    private static function config(string $html): array
    {
        self::assertSame(1, preg_match('/data-config="([^"]+)"/', $html, $found), $html);
        return json_decode(html_entity_decode($found[1], ENT_QUOTES), true);
    }

    private static function assertNoSecret(string $html): void
    {
        foreach (['S3cret', 'Пароль', 'eu-partner', 'BN-KEY-0001', 'p&amp;w', 'p&w'] as $secret) {
            self::assertStringNotContainsString($secret, $html);
        }
    }
}
