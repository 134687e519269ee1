<?php

/**
 * Puts WHMCS's database back to where every history begins, and fills it with what the history is about: one server record, a product
 * for each tariff, and ordered services whose first invoices are not paid yet. The module's own tables are not there.
 */

declare(strict_types=1);

namespace Chaos;

use IspmanagerNoc\Whmcs\Addon;
use Standin\Billing\Invoices;
use Standin\Clock;
use Standin\Module\AddonModule;
use Standin\Module\HookFiles;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class Beginning
{
    /**
     * @param array<string, mixed> $task
     * @return list<int> the ids of the services, in the order in which they were asked for
     */
    public function make(array $task): array
    {
        $this->reset();
        Clock::moveTo($task['date']);
        Setting::setValue('ModuleDebugMode', 'on');
        // The installation is older than the history: its first run of the day was made.
        Setting::setValue('StandinLastDailyRun', $task['date']);
        HookFiles::detect('ispmanagernoc');
        HookFiles::list('ActiveAddonModules', Addon::NAME, true);
        AddonModule::load(Addon::NAME)->configure([], [1]);
        $server = $this->server($task['account']);
        return array_map(fn (array $service): int => $this->service($service, $server), $task['services']);
    }

    private function reset(): void
    {
        foreach (Capsule::select('SHOW TABLES') as $row) {
            $table = current((array) $row);
            if (str_starts_with($table, 'mod_')) {
                Capsule::connection()->statement("DROP TABLE $table");
            } elseif (Capsule::table($table)->exists()) {
                Capsule::connection()->statement("TRUNCATE $table");
                Capsule::connection()->statement("INSERT INTO $table SELECT * FROM beginning.$table");
            }
        }
    }

    /** @param array{host: string, login: string, password: string} $account */
    private function server(array $account): int
    {
        return $this->insert('tblservers', [
            'name' => 'Account', 'hostname' => $account['host'], 'username' => $account['login'], 'password' => encrypt($account['password']),
            'type' => 'ispmanagernoc', 'active' => 1, 'assignedips' => '', 'accesshash' => '', 'secure' => 'on',
        ]);
    }

    /** @param array{tariff: int, cycle: string, renews_itself: bool, fields: array<string, string>} $wanted */
    private function service(array $wanted, int $server): int
    {
        $product = $this->product($wanted['tariff'], $wanted['renews_itself'] ? 'on' : '');
        $client = $this->insert('tblclients', [
            'firstname' => 'Anna', 'lastname' => 'Client', 'email' => 'anna@example.com', 'datecreated' => Clock::today(), 'notes' => '',
        ]);
        $order = $this->insert('tblorders', [
            'ordernum' => (string) random_int(1_000_000, 9_999_999), 'userid' => $client, 'date' => Clock::now(), 'notes' => '',
        ]);
        $today = Clock::today();
        $service = $this->insert('tblhosting', [
            'userid' => $client, 'orderid' => $order, 'packageid' => $product, 'server' => $server, 'regdate' => $today,
            'billingcycle' => $wanted['cycle'], 'nextduedate' => $today, 'nextinvoicedate' => $today, 'paymentmethod' => 'mailin',
            'amount' => 10, 'firstpaymentamount' => 10, 'password' => '', 'notes' => '', 'suspendreason' => '', 'assignedips' => '',
        ]);
        foreach ($wanted['fields'] as $name => $value) {
            $field = Capsule::table('tblcustomfields')->where('relid', $product)->where('fieldname', 'like', "$name|%")->value('id');
            $this->insert('tblcustomfieldsvalues', ['fieldid' => $field, 'relid' => $service, 'value' => $value]);
        }
        $line = Invoices::hostingLine($service, 'The first period', 10.0, $today);
        $invoice = Invoices::create($client, [$line], $today, 'mailin');
        Capsule::table('tblorders')->where('id', $order)->update(['invoiceid' => $invoice]);
        return $service;
    }

    /** Only the fields that a client fills: the module makes the others, perhaps in several processes at once. */
    private function product(int $tariff, string $renewsItself): int
    {
        $settings = ['configoption1' => (string) $tariff, 'configoption4' => $renewsItself];
        $known = Capsule::table('tblproducts')->where($settings)->value('id');
        if ($known !== null) {
            return (int) $known;
        }
        $group = Capsule::table('tblproductgroups')->value('id') ?? $this->insert('tblproductgroups', ['name' => 'Group']);
        $product = $this->insert('tblproducts', $settings + [
            'type' => 'other', 'gid' => $group, 'name' => "Tariff $tariff", 'description' => '', 'servertype' => 'ispmanagernoc',
            'autosetup' => 'payment', 'paytype' => 'recurring',
        ]);
        foreach (Capsule::table('tblcurrencies')->pluck('id')->all() as $currency) {
            $prices = ['monthly' => 10, 'quarterly' => 30, 'semiannually' => 60, 'annually' => 120];
            $this->insert('tblpricing', $prices + ['type' => 'product', 'currency' => $currency, 'relid' => $product]);
        }
        foreach (['item', 'bitninja_email', 'domain', 'target_ip', 'licname', 'ip'] as $name) {
            $this->insert('tblcustomfields', [
                'type' => 'product', 'relid' => $product, 'fieldname' => "$name|$name", 'fieldtype' => 'text',
                'description' => '', 'fieldoptions' => '', 'regexpr' => '', 'showorder' => 'on',
            ]);
        }
        return $product;
    }

    /** @param array<string, mixed> $columns */
    private function insert(string $table, array $columns): int
    {
        return (int) Capsule::table($table)->insertGetId($columns);
    }
}
