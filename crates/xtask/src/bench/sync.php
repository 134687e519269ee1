<?php

/**
 * The PHP half of `cargo xtask bench sync`. `fill` writes into WHMCS what matches the account's world; `compare` runs the daily comparison
 * in an own process, so that its memory is its own, and prints what it took.
 */

declare(strict_types=1);

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\Database as OwnDatabase;
use Standin\Boot;
use WHMCS\Database\Capsule;

[, $standin, $phase, $root, $account] = $argv;

define('WHMCS', true);
define('ROOTDIR', $root);
require "$standin/lib/autoload.php";
require "$standin/lib/functions.php";
require "$root/configuration.php";
$_SESSION = [];
Boot::command($root, get_defined_vars());
require_once "$root/modules/servers/ispmanagernoc/ispmanagernoc.php";

$control = static function (string $method, string $path) use ($account): array {
    $context = stream_context_create(['http' => ['method' => $method]]);
    return (array) json_decode((string) file_get_contents("http://$account/control/$path", false, $context), true);
};

/** One service in a hundred is suspended in WHMCS alone: the comparison must find these and no others. */
$fill = static function () use ($account, $control): void {
    $server = Capsule::table('tblservers')->insertGetId([
        'name' => 'EU', 'hostname' => $account, 'username' => 'eu-partner', 'password' => encrypt('Secret&<eu>:1'),
        'type' => 'ispmanagernoc', 'active' => 1, 'assignedips' => '', 'accesshash' => '', 'secure' => 'on',
    ]);
    $product = Capsule::table('tblproducts')->insertGetId([
        'type' => 'other', 'gid' => 1, 'name' => 'Module', 'description' => '', 'servertype' => 'ispmanagernoc', 'configoption1' => '55371',
    ]);
    App::get()->fields()->ensure($product, Kind::named(Kind::BIT_NINJA));
    $field = Capsule::table('tblcustomfields')->where('relid', $product)->where('fieldname', 'like', 'order_id|%')->value('id');
    $statuses = [1 => 'Pending', 2 => 'Active', 3 => 'Suspended', 4 => 'Terminated', 5 => 'Pending'];
    $sold = array_filter($control('GET', 'services')['services'], static fn (array $service): bool => $service['account'] === 'eu-partner'
        && in_array($service['itemtype'], Kind::itemTypes(), true));
    $number = $wrong = 0;
    foreach (array_chunk($sold, 200) as $chunk) {
        $services = $values = $links = [];
        foreach ($chunk as $service) {
            $status = $statuses[(int) $service['status']];
            $isWrong = ++$number % 100 === 0 && $status === 'Active';
            $wrong += (int) $isWrong;
            $services[] = [
                'id' => $number, 'userid' => 1, 'orderid' => $number, 'packageid' => $product, 'server' => $server,
                'regdate' => $service['createdate'], 'nextduedate' => $service['expiredate'], 'nextinvoicedate' => $service['expiredate'],
                'termination_date' => $service['expiredate'], 'domainstatus' => $isWrong ? 'Suspended' : $status,
                'billingcycle' => 'Monthly', 'paymentmethod' => 'mailin', 'password' => '', 'notes' => '', 'suspendreason' => '',
                'assignedips' => '',
            ];
            $values[] = ['fieldid' => $field, 'relid' => $number, 'value' => (string) $service['id']];
            $links[] = [
                'operation_key' => Operation::createKey($number, 0), 'operation' => Operation::Create->value, 'service_id' => $number,
                'server_id' => $server, 'state' => State::Done->value, 'claim' => '', 'order_id' => (string) $service['id'], 'facts' => '{}',
                'text_key' => 'journal.linked', 'text_values' => '{}', 'created_at' => 1, 'closed_at' => 1, 'finished_at' => 1,
            ];
        }
        Capsule::table('tblhosting')->insert($services);
        Capsule::table('tblcustomfieldsvalues')->insert($values);
        OwnDatabase::own('journal')->insert($links);
    }
    $control('DELETE', 'requests');
    echo "services $number\nwrong $wrong\n";
};

$compare = static function () use ($control): void {
    $start = hrtime(true);
    App::get()->compare()->run();
    $seconds = (hrtime(true) - $start) / 1e9;
    $peak = memory_get_peak_usage(true) / 1048576;
    $requests = array_count_values(array_column($control('GET', 'requests')['requests'], 'func'));
    foreach (Kind::itemTypes() as $itemType) {
        echo "$itemType ", $requests[$itemType] ?? 0, "\n";
    }
    echo 'requests ', array_sum($requests), "\nseconds $seconds\npeak $peak\n";
    echo 'resident ', getrusage()['ru_maxrss'] / 1024, "\n";
    echo 'differences ', array_sum(App::get()->differences()->counts()), "\n";
};

$phase === 'fill' ? $fill() : $compare();
