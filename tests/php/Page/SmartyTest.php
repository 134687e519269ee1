<?php

/**
 * The module has no templates. What it gives to those of WHMCS comes out alike under both versions of Smarty.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Page;

use IspmanagerNoc\Tests\ModuleTest;
use Smarty;
use Standin\Client\ProductDetails;
use Standin\Html;
use Standin\Mail;
use Standin\Smarty as StandinSmarty;
use WHMCS\Database\Capsule;

/**
 * @group machine
 * @runTestsInSeparateProcesses
 * @preserveGlobalState disabled
 */
final class SmartyTest extends ModuleTest
{
    /** @return array<string, array{string, string}> */
    public static function engines(): array
    {
        return ['Smarty 3' => ['smarty3', '3.'], 'Smarty 4' => ['smarty4', '4.']];
    }

    /** @dataProvider engines */
    public function testCustomFieldsAreFoundByEmails(string $engine, string $version): void
    {
        $service = $this->syncedService($engine);
        Capsule::table('tblemailtemplates')->where('id', 1)->update([
            'message' => '{$service_custom_field_bitninjakey}, {$service_custom_field_order_id}, {$service_custom_field_item|escape}.',
        ]);
        Mail::ofService(1, $service);
        self::assertSame('BN-KEY-0001, 812345, 1001.', Capsule::table('tblemails')->value('message'));
        self::assertStringStartsWith($version, Smarty::SMARTY_VERSION);
    }

    /** @dataProvider engines */
    public function testWhatHooksGiveStandsInThePageAsItIs(string $engine, string $version): void
    {
        require __DIR__ . '/../../../php-hooks/servers/ispmanagernoc/hooks.php';
        $service = Capsule::table('tblhosting')->find($this->syncedService($engine));
        $this->whmcs->actAsClient($service->userid);
        $vars = ProductDetails::vars($service);
        self::assertCount(1, $vars['hookOutput']);
        foreach (['twenty-one', 'six'] as $theme) {
            $smarty = StandinSmarty::engine([__DIR__ . "/../../whmcs/templates/$theme"]);
            $smarty->registerPlugin('modifier', 'print', Html::print(...));
            $smarty->assign($vars + ['WEB_ROOT' => '', 'tokenInput' => '']);
            self::assertStringContainsString($vars['hookOutput'][0], $smarty->fetch('clientareaproductdetails.tpl'));
        }
        self::assertStringStartsWith($version, Smarty::SMARTY_VERSION);
    }

    private function syncedService(string $engine): int
    {
        putenv("STANDIN_SMARTY=$engine");
        $service = $this->orderedService();
        self::assertSame('success', ispmanagernoc_Sync($this->whmcs->params($service)));
        return $service;
    }
}
