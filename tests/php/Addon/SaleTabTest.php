<?php

/**
 * Tariffs are put on sale: shown first, then made, each once, and what cannot be read makes nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage as Page;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\OwnSettings;
use WHMCS\Database\Capsule;

final class SaleTabTest extends PartnerPage
{
    private int $group;

    protected function setUp(): void
    {
        parent::setUp();
        $this->group = (int) Capsule::table('tblproductgroups')->insertGetId(['name' => 'Modules &amp; more']);
        $this->app->refreshPrices($this->serverRecord());
        Capsule::table('tblproducts')->delete();
        $this->account->requests = [];
    }

    protected function tearDown(): void
    {
        self::assertSame([], $this->account->requests, 'The page asked the account.');
        parent::tearDown();
    }

    public function testTheQuestionOffersEveryTariffThatNobodySells(): void
    {
        $this->whmcs->product('ispmanagernoc', ['name' => 'Guard', 'configoption1' => '23221']);
        $html = $this->tab(null);
        self::assertMatchesRegularExpression('/value="55371" checked>/', $html);
        self::assertStringContainsString('Modules &amp; more', $html);
        self::assertStringContainsString('name="rate[1]" value="1"', $html);
        self::assertStringContainsString('name="rate[2]" value="95"', $html);
        self::assertStringNotContainsString(' checked>', strstr($this->tab(null, ['tick' => 'none']), 'name="months', true) ?: '');
    }

    public function testThePreviewShowsEveryPriceAndMakesNothing(): void
    {
        $text = $this->text($this->tab(['preview' => '1', 'share' => '30', 'ending' => '90']));
        self::assertStringContainsString('1 mo.: 13.90 EUR, 1235.90 RUB (cost 10.00 EUR)', $text);
        self::assertStringContainsString('Make 2 products', $text);
        self::assertSame(0, Capsule::table('tblproducts')->count());
    }

    public function testProductsAreMadeWithPricesFieldsAndModuleAndNeverTwice(): void
    {
        $first = $this->text($this->create());
        self::assertStringContainsString('Made: 2. Sold already: 0. Failed: 0.', $first);
        $product = Capsule::table('tblproducts')->where('configoption1', '55371')->first();
        self::assertSame(
            ['other', $this->group, 'recurring', 'payment', 'ispmanagernoc', 0],
            [$product->type, (int) $product->gid, $product->paytype, $product->autosetup, $product->servertype, (int) $product->hidden]
        );
        $prices = Capsule::table('tblpricing')->where(['relid' => $product->id, 'currency' => 1])->first();
        self::assertEquals([13, -1, 74.1, -1, -1], [$prices->monthly, $prices->quarterly, $prices->semiannually, $prices->biennially, $prices->triennially]);
        self::assertSame(5, Capsule::table('tblcustomfields')->where('relid', $product->id)->count());
        self::assertSame(2, Capsule::table('tblactivitylog')->where('description', 'like', '%Product #%was made%')->count());

        $again = $this->text($this->create());
        self::assertStringContainsString('Made: 0. Sold already: 2. Failed: 0.', $again);
        self::assertSame(2, Capsule::table('tblproducts')->count());
    }

    public function testACurrencyWithoutARateIsNotSold(): void
    {
        $this->create(['rate' => ['1' => '1', '2' => '']]);
        $roubles = Capsule::table('tblpricing')->where('currency', 2)->get(['monthly', 'annually'])->all();
        self::assertCount(2, $roubles);
        foreach ($roubles as $row) {
            self::assertEquals([-1, -1], [$row->monthly, $row->annually]);
        }
    }

    public function testWhatSomebodyElseIsMakingIsLeftToThem(): void
    {
        $lock = 'sale:55371:' . substr($this->serverRecord()->fingerprint(), 0, 16);
        $now = $this->clock->now();
        self::assertTrue(OwnSettings::lock($lock, $now, $now + 120));
        $text = $this->text($this->create());
        self::assertStringContainsString('Made: 1. Sold already: 0. Failed: 1.', $text);
        self::assertStringContainsString('Somebody else', $text);
        self::assertSame(0, Capsule::table('tblproducts')->where('configoption1', '55371')->count());

        // Who held it has died.
        $this->clock->pause(121);
        self::assertStringContainsString('Made: 1. Sold already: 1. Failed: 0.', $this->text($this->create()));
    }

    public function testARefusalOfWhmcsIsToldAndTheOthersAreMade(): void
    {
        $refused = "NEW.configoption1 = '55371'";
        Capsule::unprepared("CREATE TRIGGER refuse BEFORE INSERT ON tblproducts WHEN $refused BEGIN SELECT RAISE(ABORT, 'full'); END");
        $text = $this->text($this->create());
        self::assertStringContainsString('Made: 1. Sold already: 0. Failed: 1.', $text);
        self::assertStringContainsString('Go on with the rest', $text);

        Capsule::unprepared('DROP TRIGGER refuse');
        self::assertStringContainsString('Made: 1. Sold already: 1. Failed: 0.', $this->text($this->create()));
    }

    public function testAProductWithoutItsFieldsIsHiddenAndTheNextRunGivesItThem(): void
    {
        Capsule::unprepared("CREATE TRIGGER refuse BEFORE INSERT ON tblcustomfields BEGIN SELECT RAISE(ABORT, 'full'); END");
        $text = $this->text($this->create());
        self::assertStringContainsString('Failed: 2', $text);
        self::assertStringContainsString('The product is there and hidden', $text);
        self::assertSame([1, 1], array_map(intval(...), Capsule::table('tblproducts')->pluck('hidden')->all()));

        Capsule::unprepared('DROP TRIGGER refuse');
        $text = $this->text($this->create());
        self::assertStringContainsString('Sold already: 2. Failed: 0.', $text);
        self::assertSame(2, substr_count($text, 'hidden in the cart'));
        $product = Capsule::table('tblproducts')->where('configoption1', '55371')->value('id');
        self::assertSame(5, Capsule::table('tblcustomfields')->where('relid', $product)->count());
    }

    public function testNothingIsMadeAtAPriceThatNobodySaw(): void
    {
        $seen = $this->seen([]);
        $this->changeList('[1,1000,"EUR"]', '[1,2000,"EUR"]');
        $html = $this->tab(['create' => '1', 'seen' => $seen]);
        self::assertStringContainsString('have changed since', $this->text($html));
        self::assertStringContainsString('26.00 EUR', $this->text($html));
        self::assertSame(0, Capsule::table('tblproducts')->count());
        self::assertStringContainsString('Made: 2.', $this->text($this->tab(['create' => '1', 'seen' => $this->seenIn($html)])));
    }

    public function testNothingIsMadeForAnAccountThatTookThePlaceOfTheChosenOne(): void
    {
        $seen = $this->seen([]);
        Capsule::table('tblservers')->where('id', $this->server)->update(['username' => 'another']);
        $this->app->refreshPrices($this->serverRecord());
        $this->account->requests = [];
        self::assertStringContainsString('have changed since', $this->text($this->tab(['create' => '1', 'seen' => $seen])));
        self::assertSame(0, Capsule::table('tblproducts')->count());
    }

    public function testWhatCostsNothingAndPeriodsThatWhmcsDoesNotBillAreNotPutOnSale(): void
    {
        $this->changeList('[1,1000,"EUR"]', '[1,0,"EUR"],[24,100,"EUR"]');
        self::assertStringNotContainsString('24 mo.', $this->tab(null));
        $this->create(['months' => ['1', '6', '24']]);
        $product = Capsule::table('tblproducts')->where('configoption1', '55371')->value('id');
        $prices = Capsule::table('tblpricing')->where(['relid' => $product, 'currency' => 1])->first();
        self::assertEquals([-1, 74.1, -1], [$prices->monthly, $prices->semiannually, $prices->biennially]);
    }

    /** @return array<string, array{array<string, mixed>, string}> */
    public static function complaints(): array
    {
        return [
            'no tariff' => [['tariff' => []], 'Tick at least one tariff'],
            'a tariff that the list lacks' => [['tariff' => ['1']], 'Tick at least one tariff'],
            'no period' => [['months' => []], 'at least one period'],
            'a share that is a word' => [['share' => 'much'], 'percentage'],
            'a share below zero' => [['share' => '-5'], 'percentage'],
            'a share beyond reason' => [['share' => '100000'], 'percentage'],
            'an amount below zero' => [['added' => '-1'], 'from 0 to 1000000'],
            'a rate of nothing' => [['rate' => ['1' => '0']], 'rate of EUR'],
            'a rate that is a word' => [['rate' => ['1' => '1', '2' => 'x']], 'rate of RUB'],
            'no rate' => [['rate' => ['1' => '', '2' => '']], 'at least one currency'],
            'a rounding that there is not' => [['ending' => '77'], 'rounding'],
            'an order at a time that there is not' => [['setup' => 'later'], 'when the product is ordered'],
            'a group that there is not' => [['group' => '999'], 'product group'],
            'a server group that there is not' => [['servergroup' => '999'], 'another account'],
        ];
    }

    /**
     * @dataProvider complaints
     * @param array<string, mixed> $change
     */
    public function testWhatCannotBeReadMakesNothingAndIsKeptToBeMended(array $change, string $complaint): void
    {
        $html = $this->tab($change + ['create' => '1']);
        self::assertStringContainsString($complaint, $this->text($html));
        self::assertSame(0, Capsule::table('tblproducts')->count());
        $typed = $change['share'] ?? $change['added'] ?? '30';
        self::assertStringContainsString('value="' . $typed . '"', $html);
    }

    public function testAServerGroupOfAnotherAccountIsRefused(): void
    {
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'active' => 0]);
        $group = (int) Capsule::table('tblservergroups')->insertGetId(['name' => 'RU', 'filltype' => 1]);
        Capsule::table('tblservergroupsrel')->insert(['groupid' => $group, 'serverid' => $other]);
        self::assertStringContainsString('another account', $this->text($this->tab(['create' => '1', 'servergroup' => (string) $group])));
        self::assertDoesNotMatchRegularExpression('#"ispnoc-servergroup"[^/]*>RU<#', $this->tab(null));
        self::assertSame(0, Capsule::table('tblproducts')->count());
    }

    public function testAReaderSeesNoFormAndMakesNothingByHand(): void
    {
        $page = new Page($this->app, Texts::in('en'), new Address(['page' => 'put-on-sale']), false);
        $text = $this->text($page->html(new Form($this->form(['create' => '1']))));
        self::assertStringContainsString('may look here and change nothing', $text);
        self::assertStringNotContainsString('Put on sale', $text);
        self::assertSame(0, Capsule::table('tblproducts')->count());
    }

    /** After the preview, as the form has it. @param array<string, mixed> $change */
    private function create(array $change = []): string
    {
        return $this->tab($change + ['create' => '1', 'seen' => $this->seen($change)]);
    }

    /** @param array<string, mixed> $change */
    private function seen(array $change): string
    {
        return $this->seenIn($this->tab($change + ['preview' => '1']));
    }

    private function seenIn(string $html): string
    {
        self::assertSame(1, preg_match('/name="seen" value="(\w+)"/', $html, $found));
        return $found[1];
    }

    private function changeList(string $from, string $to): void
    {
        $list = Capsule::table('mod_ispmanagernoc_price_lists');
        $list->update(['tariffs' => str_replace($from, $to, (string) $list->value('tariffs'))]);
    }

    /**
     * @param array<string, mixed>|null $change null to look only
     * @param array<string, string> $address
     */
    private function tab(?array $change, array $address = []): string
    {
        $page = new Page($this->app, Texts::in('en'), new Address($address + ['page' => 'put-on-sale']), true);
        return $page->html($change === null ? null : new Form($this->form($change)));
    }

    /**
     * @param array<string, mixed> $change
     * @return array<string, mixed>
     */
    private function form(array $change): array
    {
        return $change + [
            'tariff' => ['55371', '55369'], 'months' => ['1', '3', '6', '12'], 'rate' => ['1' => '1', '2' => '95'], 'share' => '30', 'added' => '0',
            'ending' => 'exact', 'group' => (string) $this->group, 'setup' => 'payment', 'servergroup' => '0',
        ];
    }
}
