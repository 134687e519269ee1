<?php

/**
 * Loads a copy of the modules as WHMCS would, calls everything that WHMCS may call, and prints as JSON what was answered. A process of its
 * own, because a copy may be damaged in every way. Arguments: the folder modules/ of the copy.
 */

declare(strict_types=1);

use IspmanagerNoc\App;
use IspmanagerNoc\Tests\FakeClock;
use IspmanagerNoc\Tests\FakeTransport;
use Standin\Hooks;
use Standin\Testing;
use WHMCS\Database\Capsule;

require __DIR__ . '/../../whmcs/for-tests.php';

$modules = $argv[1];
$whmcs = Testing::fresh($modules);
$server = $whmcs->server('ispmanagernoc', ['name' => 'EU', 'hostname' => 'eu.ispmanager.com', 'username' => 'eu-partner']);
$product = $whmcs->product('ispmanagernoc', ['configoption1' => '55371']);
foreach (['item|Item', 'bitninja_email|E-mail', 'order_id|Order ID'] as $field) {
    $whmcs->customField($product, $field);
}
$service = $whmcs->service($product, ['server' => $server], ['item' => '1001']);
Capsule::table('tbladdonmodules')->insert(['module' => 'ispmanagernoc_partner', 'setting' => 'access', 'value' => '1']);
$whmcs->actAsStaff();

$answers = [];
$call = static function (string $function, mixed ...$arguments) use (&$answers): void {
    try {
        $answers[$function] = function_exists($function) ? $function(...$arguments) : null;
    } catch (RuntimeException $failure) {
        $answers[$function] = $failure->getMessage();
    }
};

// In this order: hooks on every page, the addon's file in lists of addons, the server module where it is used.
foreach (['addons/ispmanagernoc_partner/hooks.php', 'servers/ispmanagernoc/hooks.php'] as $file) {
    !is_file("$modules/$file") || require $modules . "/$file";
}
foreach (['addons/ispmanagernoc_partner/ispmanagernoc_partner.php', 'servers/ispmanagernoc/ispmanagernoc.php'] as $file) {
    !is_file("$modules/$file") || require $modules . "/$file";
}

$account = null;
if (defined('ISPMANAGERNOC_STARTED') && interface_exists('IspmanagerNoc\\Account\\Transport') && class_exists('IspmanagerNoc\\Account\\Reply')) {
    require __DIR__ . '/../FakeTransport.php';
    require __DIR__ . '/../FakeClock.php';
    $account = (new FakeTransport())
        ->answer('pricelist.export', static fn (array $form) => FakeTransport::fixture("pricelist-{$form['itemtype']}"))
        ->answer('subaccount', 'balance')
        ->answer('addition', 'list-empty')
        ->answer('softexternal', 'list-empty')
        ->answer('addition.order.param', 'ordered')
        ->answer('addition.edit', 'service');
    !class_exists(App::class) || App::set(new App($account, new FakeClock()));
}

foreach (['MetaData', 'ConfigOptions', 'AdminCustomButtonArray', 'AdminServicesTabFields', 'ClientArea', 'CreateAccount', 'TariffLoader'] as $name) {
    $call("ispmanagernoc_$name", $whmcs->params($service));
}
$call('ispmanagernoc_TestConnection', $whmcs->serverParams($server));
$call('ispmanagernoc_partner_config');
$call('ispmanagernoc_partner_activate');
foreach (['output', 'upgrade'] as $name) {
    ob_start();
    $call("ispmanagernoc_partner_$name", ['modulelink' => 'addonmodules.php?module=ispmanagernoc_partner', 'version' => '0.0.9']);
    $answers["ispmanagernoc_partner_$name"] = ob_get_clean();
}
foreach (['AfterCronJob', 'DailyCronJob'] as $hook) {
    Hooks::run($hook);
}

echo json_encode([
    'answers' => $answers,
    'hooks' => array_sum(Hooks::registered()),
    'spent' => count($account?->spending() ?? []),
    'log' => $whmcs->activityLog(),
], JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
