<?php

/**
 * The price list of the addon's page: searched, beside the products that sell it, and as CSV.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Page\Partner\Csv;
use WHMCS\Database\Capsule;

final class PriceListTabTest extends PartnerPage
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->app->refreshPrices($this->serverRecord());
        $this->account->requests = [];
    }

    protected function tearDown(): void
    {
        self::assertSame([], $this->account->requests, 'The page asked the account.');
        parent::tearDown();
    }

    public function testItIsSearchedByEveryWordOfTheNameOrTheBeginningOfTheId(): void
    {
        $all = $this->rows($this->page());
        self::assertContains('55371', $all);
        self::assertContains('55369', $all);
        foreach (['BITNINJA' => ['55371', '55369'], 'ispmanager bit' => ['55371'], '5537' => ['55371'], 'ninja 23221' => []] as $query => $expected) {
            $page = $this->page(['q' => $query]);
            self::assertSame($expected, $this->rows($page), (string) $query);
            self::assertStringContainsString('value="' . $query . '"', $page);
        }
        self::assertStringContainsString('Nothing of it matches', $this->page(['q' => '55371']));
    }

    public function testWhatWhmcsEncodedInTheAddressIsReadAsItWasTyped(): void
    {
        $name = htmlspecialchars('a & "b"', ENT_QUOTES);
        self::assertStringContainsString('value="a &amp; &quot;b&quot;"', $this->page(['q' => $name]));
    }

    public function testRussianSpreadsheetsPartCellsBySemicolons(): void
    {
        self::assertSame("\u{FEFF}\"a\";\"b\"\r\n", (new Csv('ru', 'x', ['a', 'b'], []))->text());
    }

    public function testWhatIsSearchedForIsTextAndNotMarkup(): void
    {
        $page = $this->page(['q' => '"><script>alert(1)</script>']);
        self::assertStringNotContainsString('<script>', $page);
    }

    public function testEachTariffNamesTheProductsThatSellItFromThisAccount(): void
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update(['name' => 'Bit &amp; Ninja']);
        $this->whmcs->product('ispmanagernoc', ['name' => 'Guard', 'configoption1' => '23221']);
        $this->whmcs->product('ispmanagernoc', ['name' => 'Untyped', 'configoption1' => '']);
        $this->whmcs->product('another', ['name' => 'Foreign', 'configoption1' => '55371']);
        $page = $this->page();
        self::assertStringContainsString("<a href=\"configproducts.php?action=edit&amp;id=$this->product\">Bit &amp; Ninja</a>", $page);
        self::assertStringContainsString('Guard', $page);
        self::assertStringNotContainsString('Untyped', $page);
        self::assertStringNotContainsString('Foreign', $page);
    }

    public function testAProductOfAnotherAccountIsNotNamed(): void
    {
        $other = $this->whmcs->server('ispmanagernoc', ['name' => 'RU', 'hostname' => 'my.ispmanager.ru', 'active' => 0]);
        $group = (int) Capsule::table('tblservergroups')->insertGetId(['name' => 'RU', 'filltype' => 1]);
        Capsule::table('tblservergroupsrel')->insert(['groupid' => $group, 'serverid' => $other]);
        Capsule::table('tblproducts')->where('id', $this->product)->update(['servergroup' => $group]);
        self::assertStringNotContainsString("id=$this->product\"", $this->page());
    }

    public function testTheCsvHasWhatTheSearchFoundInBothSections(): void
    {
        $lines = explode("\r\n", trim($this->csv(['q' => 'bitninja'])));
        self::assertCount(3, $lines);
        self::assertStringStartsWith("\u{FEFF}\"ID\",\"Name\",\"1 mo.\"", $lines[0]);
        self::assertStringContainsString('"55371","BitNinja for ispmanager","10.00 EUR"', $lines[1]);
        self::assertStringContainsString('"ispmanager modules","BitNinja"', $lines[1]);
        self::assertStringContainsString('"Other software",""', $lines[2]);
    }

    public function testACsvCellIsNoFormulaForASpreadsheet(): void
    {
        $cells = ['=1+1', '+7', '-1+2', '@SUM(A1)', "\tx", '-12.50', 'a "quoted" name, with a comma', 'a;=b', "c\n@d"];
        $line = explode("\r\n", (new Csv('en', 'x', ['h'], [$cells]))->text())[1];
        self::assertSame("\"'=1+1\",\"'+7\",\"'-1+2\",\"'@SUM(A1)\",\"'\tx\",\"-12.50\",\"a \"\"quoted\"\" name, with a comma\",\"a;'=b\",\"c\n'@d\"", $line);
    }
}
