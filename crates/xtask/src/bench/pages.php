<?php

/**
 * The PHP half of `cargo xtask bench pages`: a large installation on MariaDB, and each page of the addon in an own process, so that its time
 * and its memory are its own.
 */

declare(strict_types=1);

use IspmanagerNoc\App;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Hook\Hook;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Tests\MariaDb;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Database as OwnDatabase;
use IspmanagerNoc\Whmcs\OwnSettings;
use Standin\Database;
use Standin\Hooks;
use Standin\Installation;
use Standin\Testing;
use WHMCS\Database\Capsule;

const SERVICES = 10_000;
const ENTRIES = 50_000;
const DIFFERENCES = 5_000;
const TARIFFS = 200;
const PRODUCTS = 40;
const PAGES = [
    'price-list' => 'page=price-list',
    'put-on-sale' => 'page=put-on-sale',
    'prices' => 'page=prices',
    'differences' => 'page=differences',
    'differences-last-page' => 'page=differences&p=999',
    'journal' => 'page=journal',
    'journal-last-page' => 'page=journal&p=9999',
    'journal-of-a-client' => 'page=journal&client=7',
    'journal-by-state-and-date' => 'page=journal&state=done&operation=renew&from=2026-02-01&to=2026-02-20',
    'accounts' => 'page=accounts',
    'health' => 'page=health',
    'settings' => 'page=settings',
    'journal-entry' => 'page=journal&entry=49999',
    'difference' => 'page=differences&difference=5001',
    'dashboard' => '',
    'journal-as-csv' => 'page=journal&export=csv',
];

[, $root, $page, $database] = $argv + [2 => '', 3 => ''];
$modules = "$root/php-hooks";
require "$root/tests/whmcs/for-tests.php";
require_once "$modules/servers/ispmanagernoc/ispmanagernoc.php";
require_once "$modules/addons/ispmanagernoc_partner/ispmanagernoc_partner.php";

$insert = static function (string $table, int $count, Closure $row): void {
    foreach (array_chunk(range(1, $count), 500) as $numbers) {
        Capsule::table($table)->insert(array_map($row, $numbers));
    }
};

$fill = static function (Testing $whmcs) use ($insert): void {
    $server = $whmcs->server('ispmanagernoc', ['name' => 'EU', 'hostname' => 'eu.ispmanager.com', 'username' => 'eu-partner']);
    $record = App::get()->servers()->find($server);
    $tariffs = array_map(static fn (int $number): array => [
        'id' => 50_000 + $number, 'name' => "Tariff number $number", 'kind' => Kind::OTHER_MODULE,
        'prices' => [[1, 1000 + $number, 'EUR'], [6, 5700 + $number, 'EUR'], [12, 10800 + $number, 'EUR']],
    ], range(1, TARIFFS));
    OwnDatabase::put('price_lists', ['server_id' => $server], [
        'account' => $record->fingerprint(), 'fetched_at' => time(), 'tariffs' => json_encode($tariffs),
    ]);
    Capsule::table('tblproductgroups')->insert(['name' => 'Modules']);
    $insert('tblproducts', PRODUCTS, static fn (int $number): array => [
        'id' => $number, 'type' => 'other', 'gid' => 1, 'name' => "Product $number", 'description' => '', 'servertype' => 'ispmanagernoc',
        'configoption1' => (string) (50_000 + $number), 'paytype' => 'recurring',
    ]);
    foreach ([1, 2, 3] as $currency) {
        $insert('tblpricing', PRODUCTS, static fn (int $number): array => [
            'type' => 'product', 'currency' => $currency, 'relid' => $number, 'monthly' => 13, 'semiannually' => 70, 'annually' => 130,
        ]);
    }
    $insert('tblhosting', SERVICES, static fn (int $number): array => [
        'id' => $number, 'userid' => $number % 2_000 + 1, 'orderid' => $number, 'packageid' => $number % PRODUCTS + 1, 'server' => $server,
        'regdate' => '2026-01-01', 'nextduedate' => date('Y-m-d', time() + $number % 60 * 86400), 'nextinvoicedate' => '2026-12-01', 'domainstatus' => 'Active',
        'billingcycle' => 'Monthly', 'paymentmethod' => 'mailin', 'password' => '', 'notes' => '', 'suspendreason' => '', 'assignedips' => '',
    ]);
    $insert('mod_ispmanagernoc_journal', ENTRIES, static fn (int $number): array => [
        'operation_key' => "renew:$number", 'operation' => $number % 5 === 0 ? 'create' : 'renew', 'service_id' => $number % SERVICES + 1,
        'server_id' => $server, 'state' => $number % 7 === 0 ? 'rejected' : 'done', 'claim' => 'x', 'order_id' => (string) $number,
        'cost_minor' => 1000, 'cost_currency' => 'EUR', 'facts' => json_encode(['account' => str_repeat('f', 64), 'note' => str_repeat('n', 300)]),
        'text_key' => 'journal.renewed', 'text_values' => '{"date":"2026-12-01"}', 'created_at' => 1_767_225_600 + $number * 500,
        'sent_at' => 1_767_225_600 + $number * 500, 'closed_at' => 1_767_225_601 + $number * 500,
    ]);
    $insert('mod_ispmanagernoc_differences', DIFFERENCES, static fn (int $number): array => [
        'server_id' => $server, 'service_id' => $number, 'kind' => $number % 3 === 0 ? 'status' : 'expiry', 'order_id' => (string) $number,
        'whmcs' => '2026-12-01', 'account' => '2026-12-03', 'seen_at' => 1_790_000_000,
    ]);
    OwnDatabase::put('differences', ['server_id' => $server, 'service_id' => 0, 'kind' => 'no-service', 'order_id' => '900001'], [
        'whmcs' => '', 'account' => 'Tariff number 7', 'seen_at' => 1_790_000_000,
    ]);
    $funds = new Funds(App::get(), $record);
    $funds->setThreshold(100);
    OwnSettings::set('balance:' . substr($record->fingerprint(), 0, 16), '900000000 EUR ' . (time() - 3600));
    Capsule::table('tbladdonmodules')->insert(['module' => 'ispmanagernoc_partner', 'setting' => 'access', 'value' => '1,2']);
};

if ($page === '') {
    require 'PHPUnit/Autoload.php';
    require "$root/tests/php/MariaDb.php";
    $database = MariaDb::emptyDatabase();
    $fill(Testing::fresh($modules, $database));
    foreach (array_keys(PAGES) as $name) {
        // The second one finds the database's pages in its memory, as any page but the first of a day does.
        foreach (['first', 'again'] as $turn) {
            $told = shell_exec(implode(' ', array_map(escapeshellarg(...), [PHP_BINARY, __FILE__, $root, $name, $database])));
            echo $turn === 'again' ? $told : '';
        }
    }
    exit;
}

Installation::open('', $modules, 'a secret for tests', 'admin');
Hooks::forget();
Database::connect($database);
// As strict as any hoster may have it.
Capsule::connection()->statement("SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY'");
$_SESSION = ['adminid' => 1];
parse_str(PAGES[$page], $_GET);
$start = hrtime(true);
$address = Address::received();
if ($address->text('export') === 'csv') {
    // To send it ends the process.
    $html = (string) $address->tab()->content(App::get(), Texts::current(), $address)->csv()?->text();
} elseif ($page === 'dashboard') {
    $html = Hook::named('HomeWidget')([])->render();
} else {
    ob_start();
    ispmanagernoc_partner_output([]);
    $html = (string) ob_get_clean();
}
$milliseconds = (hrtime(true) - $start) / 1e6;
if (strlen($html) < 500 || str_contains($html, 'ispnoc-notice ispnoc-warning')) {
    fwrite(STDERR, "$page: " . substr(strip_tags($html), 0, 500));
    exit(1);
}
echo "$page.ms $milliseconds\n$page.mb ", memory_get_peak_usage(true) / 1048576, "\n";
