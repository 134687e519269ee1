<?php

/**
 * The addon: WHMCS's conditions for it, its page from the stored list, and the one button that asks the account.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Account\Reply;
use Standin\Module\AddonModule;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class PartnerTest extends PartnerPage
{
    public function testTheConfigHasWhatWhmcsAsksFor(): void
    {
        $config = ispmanagernoc_partner_config();
        self::assertSame(['name', 'description', 'version', 'author', 'language', 'fields'], array_keys($config));
        self::assertSame('ispmanager NOC partner module', $config['name']);
        self::assertSame([], $config['fields']);
    }

    public function testActivatingRegistersTheServerModulesHooksBesideTheOthers(): void
    {
        Setting::setValue('ModuleHooks', 'another');
        self::assertSame('success', AddonModule::load('ispmanagernoc_partner')->activate()['status']);
        self::assertSame('another,ispmanagernoc', Setting::getValue('ModuleHooks'));
    }

    public function testDeactivatingLeavesOrdersAndJournal(): void
    {
        $service = $this->orderedService();
        self::assertSame('success', ispmanagernoc_partner_deactivate()['status']);
        self::assertSame(['done'], $this->states($service));
    }

    public function testThePageListsBothFamiliesWithIdsPeriodsAndPrices(): void
    {
        $this->app->refreshPrices($this->app->servers()->find($this->server));
        $this->account->requests = [];
        $text = $this->text($this->page());
        foreach (['ispmanager modules', 'Other software', '55371', '55369', '1 mo.', '10.00 EUR'] as $expected) {
            self::assertStringContainsString($expected, $text);
        }
        self::assertLessThan(strpos($text, '55369'), (int) strpos($text, '55371'));
        self::assertSame([], $this->account->requests);
    }

    public function testThePageSaysWhyThereIsNoList(): void
    {
        self::assertStringContainsString('Press Refresh', $this->text($this->page()));
        Capsule::table('tblservers')->delete();
        self::assertStringContainsString('no server record', $this->text($this->page()));
        self::assertSame([], $this->account->requests);
    }

    public function testRefreshAsksTheAccountOfTheChosenServer(): void
    {
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'active' => 0]);
        $_GET['server'] = (string) $other;
        $this->prepare(['refresh' => '1']);

        self::assertStringContainsString('55371', $this->text($this->page()));
        self::assertNotNull($this->app->prices()->stored($this->app->servers()->find($other)));
        self::assertNull($this->app->prices()->stored($this->app->servers()->find($this->server)));
    }

    public function testRefreshNeedsTheTokenOfTheSession(): void
    {
        $this->prepare(['refresh' => '1']);
        $_POST['token'] = $_REQUEST['token'] = 'forged';
        $this->page();
        $this->prepare(['refresh' => '1']);
        $_SERVER['REQUEST_METHOD'] = 'GET';
        $this->page();
        self::assertSame([], $this->account->requests);
    }

    public function testAFormThatPhpCutOffDoesNothing(): void
    {
        $this->prepare(['refresh' => '1']);
        unset($_POST['end']);
        self::assertStringContainsString('max_input_vars is 1000', $this->page());
        self::assertSame([], $this->account->requests);
        $_GET = [];
        foreach (['price-list', 'accounts', 'health', 'settings'] as $tab) {
            self::assertMatchesRegularExpression('#name="end" value="1"></form>#', $this->page(['page' => $tab]), 'the last field tells it');
        }
    }

    public function testAnAccountThatIsDownIsToldAndTheOldListStays(): void
    {
        $this->app->refreshPrices($this->app->servers()->find($this->server));
        $this->account->answer('pricelist.export', Reply::notSent('no route'));
        $this->prepare(['refresh' => '1']);
        $text = $this->text($this->page());
        self::assertStringContainsString('cannot be reached', $text);
        self::assertStringContainsString('55371', $text);
    }

    public function testNamesFromTheAccountAreTextAndNotMarkup(): void
    {
        $name = '<name>&lt;img src=x onerror=alert(1)&gt;</name>';
        $this->account->answer('pricelist.export', Reply::received(200, '<doc><pricelist><id>9</id><itemtype>addition</itemtype>'
            . $name . '<price currency="EUR"><period cost="1.0" type="month" length="1">m</period></price></pricelist></doc>'));
        $this->prepare(['refresh' => '1']);
        $html = $this->page();
        self::assertStringContainsString('&lt;img', $html);
        self::assertStringNotContainsString('<img', $html);
    }

    public function testThePageHoldsNoSecret(): void
    {
        $this->prepare(['refresh' => '1']);
        $html = $this->page();
        foreach (['S3cret', 'Пароль', 'eu-partner'] as $secret) {
            self::assertStringNotContainsString($secret, $html);
        }
    }
}
