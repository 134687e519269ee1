<?php

/**
 * The box on the home page of staff: the business at a glance, from the database alone, for those who may use the addon.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Page;

use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Tests\Notices;
use WHMCS\Database\Capsule;
use WHMCS\Module\AbstractWidget;

final class HomeBoxTest extends ModuleTest
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->whmcs->actAsStaff();
        Capsule::table('tbladdonmodules')->insert(['module' => 'ispmanagernoc_partner', 'setting' => 'access', 'value' => '1']);
    }

    public function testItShowsMoneyDifferencesAndWhatWaitsWithoutAskingAnybody(): void
    {
        $this->app->refreshPrices($this->serverRecord());
        $funds = new Funds($this->app, $this->serverRecord());
        $funds->ask();
        $this->clock->pause(1);
        $service = $this->orderedService();
        Capsule::table('tblhosting')->update(['nextduedate' => date('Y-m-d', $this->clock->now() + 86400)]);
        $entry = $this->app->journal()->claim('x', Operation::Renew, $service, $this->serverRecord(), '', null, []);
        self::assertNotNull($entry);
        $this->app->journal()->markSent($entry);
        $this->app->journal()->unknown($entry);
        $this->account->answer('addition.edit', 'error-missed');
        $this->clock->pause(2000);
        $this->app->compare()->run();
        $this->account->requests = [];

        $html = $this->widget()->render();
        self::assertSame([], $this->account->requests);
        $text = $this->text($html);
        self::assertStringContainsString("EU {$funds->left()} 10.00 EUR", $text);
        self::assertStringContainsString('Differences 2', $text);
        self::assertStringContainsString('Operations that wait 1', $text);
        self::assertStringContainsString('page=differences', $html);

        $funds->setThreshold(10_000_000);
        self::assertStringContainsString('“EU” has less than 100000.00 EUR', $this->text($this->widget()->render()));
    }

    public function testWithoutABalanceOrAServerItSaysSo(): void
    {
        self::assertStringContainsString('not known yet', $this->widget()->render());
        Capsule::table('tblservers')->delete();
        self::assertStringContainsString('text-danger', $this->widget()->render());
    }

    public function testItsNameIsOneThatScriptsCanUse(): void
    {
        self::assertMatchesRegularExpression('/^[A-Za-z]+$/', $this->widget()->getId());
        self::assertTrue($this->widget()->isCachable());
    }

    public function testWhoMayNotUseTheAddonDoesNotSeeIt(): void
    {
        Capsule::table('tbladdonmodules')->where('setting', 'access')->update(['value' => '2']);
        self::assertNull(Hook::named('HomeWidget')([]));
        $_SESSION = [];
        self::assertNull(Hook::named('HomeWidget')([]));
    }

    public function testAFailureInsideItIsAReferenceAndNotTheEndOfThePage(): void
    {
        $widget = $this->widget();
        Capsule::schema()->drop('tblservers');
        self::assertMatchesRegularExpression('/reference [0-9a-f]{8}|[0-9a-f]{8}/', $widget->render());
        self::assertStringContainsString('dashboard failed', implode('', $this->whmcs->activityLog()));
        self::assertMatchesRegularExpression('/[0-9a-f]{8}/', $widget->generateOutput([]), 'what WHMCS kept of another version');
        Notices::taken();
    }

    private function widget(): AbstractWidget
    {
        $widget = Hook::named('HomeWidget')([]);
        self::assertInstanceOf(AbstractWidget::class, $widget);
        return $widget;
    }

    private function text(string $html): string
    {
        return trim((string) preg_replace('/\s+/', ' ', html_entity_decode(strip_tags(str_replace('<', ' <', $html)), ENT_QUOTES)));
    }
}
