<?php

/**
 * The manual's chapter on products: payment types, billing cycles, quantities, module settings, and the four kinds of custom fields.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Tests\FakeTransport;
use Standin\Admin\Products;
use Standin\Admin\Servers;
use Standin\Module\ConfigOptions;
use Standin\Module\Queue;
use Standin\Module\ServerModule;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class ProductsTest extends ShopTest
{
    private const ITEM = 'item|ID of the ispmanager license for which the module is purchased';
    private const ORDER = 'order_id|Order ID';
    /** required, on the order form */
    private const ASKED = ['on', 'on'];
    private const OFFERED = ['', 'on'];
    private const FILLED = ['', ''];

    protected function tearDown(): void
    {
        parent::tearDown();
        $_REQUEST = $_POST = [];
    }

    /** @return array<string, array{string, array<string, array{string, string}>}> the manual's four lists */
    public static function kinds(): array
    {
        $other = [self::ITEM => self::ASKED, self::ORDER => self::FILLED];
        return [
            'BitNinja' => [self::BIT_NINJA, [
                self::ITEM => self::ASKED,
                'bitninja_email|BitNinja E-mail' => self::OFFERED,
                'bitninjakey|BitNinja key' => self::FILLED,
                'bitninja_password|BitNinja password' => self::FILLED,
                self::ORDER => self::FILLED,
            ]],
            'DDoS-Guard' => [self::DDOS_GUARD, [
                self::ITEM => self::ASKED,
                'domain|Domain name' => self::ASKED,
                'target_ip|Resource IP address' => self::ASKED,
                self::ORDER => self::FILLED,
            ]],
            'LiteSpeed' => [self::LITE_SPEED, $other],
            'any other module' => ['70002', $other],
        ];
    }

    /**
     * @dataProvider kinds
     * @param array<string, array{string, string}> $fields
     */
    public function testTheFieldsOfEachKindAreThereOnceTheProductIsSaved(string $tariff, array $fields): void
    {
        $list = FakeTransport::fixture('pricelist-addition')->body;
        $another = str_replace(['70001', 'LiteSpeed'], ['70002', 'Another'], $list);
        $this->account->answer('pricelist.export', Reply::received(200, $tariff === '70002' ? $another : $list));
        $product = $this->whmcs->product('ispmanagernoc', ['configoption1' => $tariff]);
        foreach ([1, 2] as $ignored) {
            Hook::named('ProductSaved')(['pid' => $product]);
        }
        self::assertSame($fields, $this->fields($product));
    }

    public function testAPartnersOwnFieldsOfEveryTypeStayAsTheyAreAndTheAccountDoesNotSeeThem(): void
    {
        foreach (['textarea', 'text', 'link', 'password', 'dropdown', 'tickbox'] as $order => $type) {
            $this->whmcs->customField($this->product, "own_$type|My $type", [
                'fieldtype' => $type, 'description' => 'Mine', 'fieldoptions' => $type === 'dropdown' ? 'one,two' : '', 'regexpr' => '/^.*$/',
                'adminonly' => 'on', 'required' => 'on', 'showorder' => 'on', 'showinvoice' => 'on', 'sortorder' => $order,
            ]);
        }
        $own = static fn (): array => Capsule::table('tblcustomfields')->where('fieldname', 'like', 'own%')->orderBy('id')->get()->all();
        $before = $own();
        Hook::named('ProductSaved')(['pid' => $this->product]);
        $this->bought('monthly', ['own_text' => 'secret-of-the-partner', 'own_dropdown' => 'two']);
        self::assertEquals($before, $own());
        self::assertStringNotContainsString('secret-of-the-partner', (string) json_encode($this->account->requests));
    }

    public function testTheFourCyclesOfTheManualAreOrderedForTheirMonths(): void
    {
        $this->sell(['configoption1' => self::DDOS_GUARD]);
        Hook::named('ProductSaved')(['pid' => $this->product]);
        foreach (['monthly' => '1', 'quarterly' => '3'] as $offer => $months) {
            $this->bought($offer, ['domain' => 'example.com', 'target_ip' => '192.0.2.1']);
            self::assertSame($months, array_slice($this->orders->column('period'), -1)[0]);
        }
        $this->sell(['configoption1' => self::BIT_NINJA]);
        $this->account->answer('subaccount', Reply::received(200, '<doc><balance>5000.00 EUR</balance></doc>'));
        foreach (['semiannually' => '6', 'annually' => '12'] as $offer => $months) {
            $this->bought($offer);
            self::assertSame($months, array_slice($this->orders->column('period'), -1)[0]);
        }
    }

    public function testAnotherCycleEndsInAnErrorAndBuysNothingEvenWhenItIsPaidFor(): void
    {
        [$service] = $this->order('biennially');
        $this->pay();
        self::assertSame(['Pending', []], [$this->status($service), $this->account->requests]);
        self::assertStringContainsString('Use Monthly, Quarterly, Semi-Annually or Annually', $this->queue()['Create']);
    }

    public function testAFreeProductIsOrderedForThePeriodOfItsSetting(): void
    {
        $this->sell(['paytype' => 'free']);
        [$service] = $this->order('free');
        self::assertSame(['Pending', []], [$this->status($service), $this->spent()]);
        self::assertStringContainsString('Period for free and one-time products', $this->queue()['Create']);

        $this->sell(['configoption3' => '1']);
        self::assertSame('success', Queue::retry(1));
        $this->cron('2026-12-28');
        self::assertSame(['Active', ['2027-01-01'], 0], [
            $this->status($service), $this->orders->column('expiredate'), Capsule::table('tblinvoices')->count(),
        ]);
    }

    public function testAOneTimeProductIsOrderedOnceWithItsPaymentAndNeverRenewed(): void
    {
        $this->sell(['paytype' => 'onetime', 'configoption3' => '6']);
        Capsule::table('tblpricing')->update(['msetupfee' => 5]);
        [$service] = $this->order('monthly');
        self::assertSame('One Time', $this->column($service, 'billingcycle'));
        $this->pay();
        foreach (['2026-12-28', '2027-05-28'] as $day) {
            $this->cron($day);
        }
        self::assertSame([['addition.order.param'], ['6'], 1], [
            $this->spent(), $this->orders->column('period'), Capsule::table('tblinvoices')->count(),
        ]);
    }

    public function testASetupFeeIsThePartnersAndChangesNothingInTheAccount(): void
    {
        Capsule::table('tblpricing')->update(['msetupfee' => 5]);
        $this->bought();
        self::assertSame(20.0, (float) Capsule::table('tblinvoices')->value('total'));
        self::assertSame(['1'], $this->orders->column('period'));
        self::assertSame('10.00 EUR', (string) $this->app->journal()->forService(1)[0]->cost);
    }

    public function testMultipleServicesAreOrderedEachForItself(): void
    {
        $this->sell(['allowqty' => 1]);
        $services = $this->order('monthly', 3);
        $this->pay();
        self::assertCount(3, $services);
        self::assertSame(['Active', 'Active', 'Active'], array_map($this->status(...), $services));
        self::assertCount(3, array_unique($this->orders->column('id')));
        $stored = array_map(fn (int $service): string => $this->whmcs->customFields($service)['order_id'], $services);
        self::assertSame($this->orders->column('id'), $stored);
    }

    public function testAScalingServiceIsRefusedInWordsAndBuysNothing(): void
    {
        $this->sell(['allowqty' => 3]);
        [$service] = $this->order('monthly', 3);
        $this->pay();
        self::assertSame(['Pending', []], [$this->status($service), $this->account->requests]);
        self::assertStringContainsString('Set "Allow Multiple Quantities" of the product to No or to Yes - Multiple Services', $this->queue()['Create']);

        $this->order('monthly', 1);
        $this->pay();
        self::assertSame(['addition.order.param'], $this->spent(), 'one piece of it is an order like any other');
    }

    public function testTheListOfTariffsNeedsADefaultServer(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        self::assertStringContainsString('<select name="packageconfigoption[1]"', $this->settings());
        Capsule::table('tblservers')->update(['active' => 0]);
        self::assertStringContainsString('No server found so unable to fetch values', $this->settings());
        self::assertMatchesRegularExpression('/<input type="text" name="packageconfigoption\[1\]"/', $this->settings());
        Servers::makeDefault($this->server);
        self::assertStringContainsString('<select name="packageconfigoption[1]"', $this->settings());
    }

    public function testTheModuleSettingsAreSavedByTheirPlaces(): void
    {
        $_REQUEST = $_POST = [
            'name' => 'BitNinja', 'servertype' => 'ispmanagernoc', 'servergroup' => '0', 'autosetup' => 'on', 'paytype' => 'recurring',
            'packageconfigoption' => [1 => self::BIT_NINJA, 2 => '', 3 => '12', 4 => 'on'], 'gid' => '1',
        ];
        Products::save($this->product);
        $saved = $this->app->products()->find($this->product)?->settings;
        self::assertSame([55371, 12, true], [$saved?->tariffId, $saved?->singlePaymentPeriod, $saved?->autoRenewal]);
        self::assertSame('ispmanagernoc', Setting::getValue('ModuleHooks'), 'and WHMCS has found the hooks');
    }

    public function testAnAdminPhoneIsNothingThatAModuleNeeds(): void
    {
        $this->sell(['configoption2' => '+7 900 000-00-00']);
        $this->bought();
        $this->sell(['configoption2' => '']);
        $this->bought();
        [$with, $without] = $this->account->spending();
        self::assertSame(array_keys($without), array_keys($with));
        self::assertNotContains('+7 900 000-00-00', $with);
    }

    public function testProductsOfSeveralModulesAreSoldFromOneAccount(): void
    {
        $this->bought();
        $this->product = $this->whmcs->product('ispmanagernoc', ['configoption1' => self::LITE_SPEED]);
        $this->price($this->product);
        Hook::named('ProductSaved')(['pid' => $this->product]);
        $this->bought();
        self::assertSame([self::BIT_NINJA, self::LITE_SPEED], $this->orders->column('pricelist'));
    }

    private function settings(): string
    {
        return (new ConfigOptions(ServerModule::load('ispmanagernoc')))->render([], 0, 'simple')['content'];
    }

    /** @return array<string, array{string, string}> required and "show on order form" by the fields' names */
    private function fields(int $product): array
    {
        $fields = [];
        foreach (Capsule::table('tblcustomfields')->where(['type' => 'product', 'relid' => $product])->orderBy('id')->get() as $field) {
            $fields[$field->fieldname] = [$field->required, $field->showorder];
        }
        return $fields;
    }
}
