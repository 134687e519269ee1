<?php

/**
 * What tests of the addon's page share: it is opened at an address, as WHMCS does.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Differences\TickedRepair;
use IspmanagerNoc\Page\Partner\Exported;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Partner\NumberSetting;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Texts;

abstract class PartnerPage extends ModuleTest
{
    protected function setUp(): void
    {
        parent::setUp();
        require_once __DIR__ . '/../../../php-hooks/addons/ispmanagernoc_partner/ispmanagernoc_partner.php';
        $this->whmcs->actAsStaff();
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $_SERVER['REQUEST_METHOD'] = 'GET';
        $_POST = $_GET = $_REQUEST = [];
    }

    /** @param array<string, string|int> $address */
    protected function page(array $address = []): string
    {
        $_GET = array_map(strval(...), $address) + $_GET;
        ob_start();
        ispmanagernoc_partner_output(['modulelink' => 'addonmodules.php?module=ispmanagernoc_partner']);
        return (string) ob_get_clean();
    }

    /**
     * Sends a form of the page as a browser would.
     *
     * @param array<string, string|int> $address
     * @param array<string, mixed> $values
     */
    protected function submit(array $address, array $values, ?string $token = null): string
    {
        $this->prepare($values, $token);
        try {
            return $this->page($address);
        } finally {
            $_SERVER['REQUEST_METHOD'] = 'GET';
            $_POST = [];
        }
    }

    /** @param array<string, mixed> $values in place of those that stand there */
    protected function saveSettings(array $values, ?string $token = null): string
    {
        $standing = array_map(static fn (NumberSetting $setting): string => (string) $setting->get(), NumberSetting::cases());
        $values += ['save' => '1'] + array_combine(array_column(NumberSetting::cases(), 'value'), $standing);
        return $this->submit(['page' => 'settings'], $values, $token);
    }

    /** @param array<string, mixed> $values */
    protected function prepare(array $values, ?string $token = null): void
    {
        $_SERVER['REQUEST_METHOD'] = 'POST';
        $_REQUEST['token'] = $token ?? generate_token('plain');
        $_POST = $values + ['token' => $_REQUEST['token'], Form::END => '1'];
    }

    protected function text(string $html): string
    {
        return html_entity_decode(strip_tags(str_replace('<', ' <', $html)), ENT_QUOTES);
    }

    /** @param array<string, string|int> $address */
    protected function csv(array $address): string
    {
        $address = new Address(array_map(strval(...), $address));
        $content = $address->tab()->content($this->app, Texts::in('en'), $address);
        self::assertInstanceOf(Exported::class, $content);
        $csv = $content->csv();
        self::assertNotNull($csv);
        return $csv->text();
    }

    /** @return list<string> the first cell of each row of the page's tables */
    protected function rows(string $html): array
    {
        preg_match_all('#<tr><td[^>]*>(.*?)</td>#', $html, $cells);
        return array_map(strip_tags(...), $cells[1]);
    }

    /**
     * What the ticks of these services send.
     *
     * @param class-string<TickedRepair> $repair
     * @return list<string>
     */
    protected function ticks(string $repair, int ...$services): array
    {
        $fitting = array_filter($this->app->differences()->ofServices($services, $repair::kinds()), $repair::isFor(...));
        $ids = [];
        foreach ($fitting as $difference) {
            $ids[$difference->serviceId] ??= (string) $difference->id;
        }
        self::assertCount(count($services), $ids);
        return array_values($ids);
    }
}
