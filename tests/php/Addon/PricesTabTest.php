<?php

/**
 * Prices against costs: losses are marked, and a rule changes what was shown and nothing else.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage as Page;
use IspmanagerNoc\Texts;
use WHMCS\Database\Capsule;

final class PricesTabTest extends PartnerPage
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->app->refreshPrices($this->serverRecord());
        $this->account->requests = [];
        foreach ([1 => ['monthly' => 9, 'semiannually' => 80], 2 => ['monthly' => 900]] as $currency => $prices) {
            Capsule::table('tblpricing')->insert(['type' => 'product', 'currency' => $currency, 'relid' => $this->product] + $prices);
        }
    }

    protected function tearDown(): void
    {
        self::assertSame([], $this->account->requests, 'The page asked the account.');
        parent::tearDown();
    }

    public function testEachPriceStandsAgainstItsCostAndALossIsMarked(): void
    {
        $html = $this->tab(null);
        self::assertStringContainsString('9.00 <span class="ispnoc-state ispnoc-bad">-1.00, below cost</span>', $html);
        self::assertStringContainsString('80.00 <span class="ispnoc-state ispnoc-good">23.00 left</span>', $html);
        self::assertStringContainsString('>900.00</td>', $html, 'another currency is not converted');
    }

    public function testThePreviewShowsWhatWouldChangeAndChangesNothing(): void
    {
        $text = (string) preg_replace('/\s+/', ' ', $this->text($this->tab(['preview' => '1'])));
        self::assertStringContainsString('BitNinja 1 mo. 9.00 EUR 13.00 EUR', $text);
        self::assertStringContainsString('BitNinja 6 mo. 80.00 EUR 74.10 EUR', $text);
        self::assertStringContainsString('BitNinja 1 mo. 900.00 RUB 1235.00 RUB', $text);
        self::assertStringContainsString('Change 3 prices', $text);
        self::assertEquals([9, 80, -1], $this->prices(1));
    }

    public function testWhatWasShownIsChangedWithANoteAndWhatIsNotOnSaleStaysSo(): void
    {
        $text = $this->text($this->apply());
        self::assertStringContainsString('Changed: 3.', $text);
        self::assertEquals([13, 74.1, -1], $this->prices(1));
        self::assertEquals([1235, -1, -1], $this->prices(2));
        self::assertSame(3, Capsule::table('tblactivitylog')->where('description', 'like', '%was changed from%')->count());
        self::assertStringContainsString('as the rule gives them', $this->text($this->tab(['preview' => '1'])));
    }

    public function testAPriceThatSomebodyChangedMeanwhileIsLeftAlone(): void
    {
        $marks = $this->marks($this->tab(['preview' => '1']));
        Capsule::table('tblpricing')->where(['relid' => $this->product, 'currency' => 1])->update(['monthly' => 11]);
        $text = $this->text($this->tab(['apply' => '1', 'seen' => $marks]));
        self::assertStringContainsString('Changed: 2. Not changed, for they were not as shown any more: 1.', $text);
        self::assertEquals([11, 74.1, -1], $this->prices(1));
    }

    public function testACostThatRoseMeanwhileChangesNothingUnseen(): void
    {
        $marks = $this->marks($this->tab(['preview' => '1']));
        $list = Capsule::table('mod_ispmanagernoc_price_lists');
        $list->update(['tariffs' => str_replace(',1000,"EUR"', ',2000,"EUR"', (string) $list->value('tariffs'))]);
        $text = $this->text($this->tab(['apply' => '1', 'seen' => $marks]));
        self::assertStringContainsString('Changed: 1. Not changed, for they were not as shown any more: 2.', $text);
        self::assertEquals([9, 74.1, -1], $this->prices(1));
    }

    public function testOnlyTickedProductsAreChangedAndBadInputChangesNothing(): void
    {
        $other = $this->whmcs->product('ispmanagernoc', ['name' => 'Other', 'configoption1' => '55371']);
        Capsule::table('tblpricing')->insert(['type' => 'product', 'currency' => 1, 'relid' => $other, 'monthly' => 5]);
        $this->apply();
        self::assertEquals(5, Capsule::table('tblpricing')->where('relid', $other)->value('monthly'));
        foreach ([['product' => []], ['share' => 'x'], ['rate' => ['1' => '0']], ['ending' => '']] as $bad) {
            self::assertStringContainsString('Nothing was', $this->text($this->tab($bad + ['preview' => '1'])));
        }
    }

    public function testProductsOfAnotherAccountAreNotTouched(): void
    {
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'active' => 0]);
        $group = (int) Capsule::table('tblservergroups')->insertGetId(['name' => 'RU', 'filltype' => 1]);
        Capsule::table('tblservergroupsrel')->insert(['groupid' => $group, 'serverid' => $other]);
        Capsule::table('tblproducts')->where('id', $this->product)->update(['servergroup' => $group]);
        self::assertStringContainsString('No recurring product', $this->tab(['preview' => '1']));
    }

    public function testAReaderSeesThePricesAndIsOfferedNothingAndChangesNothingByHand(): void
    {
        $marks = $this->marks($this->tab(['preview' => '1']));
        $page = new Page($this->app, Texts::in('en'), new Address(['page' => 'prices']), false);
        $html = $page->html(null);
        self::assertStringContainsString('ispnoc-bad', $html);
        self::assertStringNotContainsString('method="post"', $html);
        $page->html(new Form($this->form(['apply' => '1', 'seen' => $marks])));
        self::assertEquals([9, 80, -1], $this->prices(1));
    }

    private function apply(): string
    {
        return $this->tab(['apply' => '1', 'seen' => $this->marks($this->tab(['preview' => '1']))]);
    }

    private function marks(string $html): string
    {
        self::assertSame(1, preg_match('/name="seen" value="([0-9:,]+)"/', $html, $found));
        self::assertCount(3, explode(',', $found[1]));
        return $found[1];
    }

    /** @param array<string, mixed>|null $change null to look only */
    private function tab(?array $change): string
    {
        $page = new Page($this->app, Texts::in('en'), new Address(['page' => 'prices']), true);
        return $page->html($change === null ? null : new Form($this->form($change)));
    }

    /**
     * @param array<string, mixed> $change
     * @return array<string, mixed>
     */
    private function form(array $change): array
    {
        return $change + [
            'product' => [(string) $this->product], 'rate' => ['1' => '1', '2' => '95'], 'share' => '30', 'added' => '0', 'ending' => 'exact',
        ];
    }

    /** @return list<mixed> by month, by six months, by year */
    private function prices(int $currency): array
    {
        $row = Capsule::table('tblpricing')->where(['relid' => $this->product, 'currency' => $currency])->first();
        return [$row->monthly, $row->semiannually, $row->annually];
    }
}
