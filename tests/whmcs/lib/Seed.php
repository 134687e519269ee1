<?php

/**
 * What a fresh installation holds: staff, roles, currencies, a payment gateway, e-mail templates and settings. No client, no product.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class Seed
{
    public const VERSION = '8.13.1-standin';
    public const SYSTEM_URL = 'http://127.0.0.1/';

    public static function run(string $systemUrl = self::SYSTEM_URL): void
    {
        self::settings($systemUrl);
        self::staff();
        self::currencies();
        self::gateway();
        self::emailTemplates();
    }

    private static function settings(string $systemUrl): void
    {
        $settings = [
            'Version' => self::VERSION, 'CompanyName' => 'Example Hosting', 'SystemURL' => $systemUrl, 'Language' => 'english',
            'Template' => 'twenty-one', 'OrderFormTemplate' => 'standard_cart', 'ModuleHooks' => '', 'ActiveAddonModules' => '',
            'AddonModulesHooks' => '', 'AddonModulesPerms' => serialize([]), 'ModuleDebugMode' => 'on',
            'CreateInvoiceDaysBefore' => '14', 'AutoSuspension' => '', 'AutoSuspensionDays' => '5', 'AutoTermination' => '',
            'AutoTerminationDays' => '30', 'OnDemandRenewalsEnabled' => 'on', 'OnDemandRenewalDays' => '30',
            'StandinEncodeRequest' => 'on', 'StandinEncodeServerPassword' => '', 'StandinToday' => '', 'StandinLastDailyRun' => '',
        ];
        foreach ($settings as $setting => $value) {
            Setting::setValue($setting, $value);
        }
    }

    private static function staff(): void
    {
        $roles = [
            1 => ['Full Administrator', array_keys(Permissions::LABELS), 'admin', 'admin-demo-1'],
            2 => ['Sales Operator', Permissions::SALES, 'sales', 'sales-demo-1'],
            3 => ['Support Operator', Permissions::SUPPORT, 'support', 'support-demo-1'],
        ];
        foreach ($roles as $id => [$role, $permissions, $username, $password]) {
            Capsule::table('tbladminroles')->insert(['id' => $id, 'name' => $role]);
            foreach ($permissions as $permission) {
                Capsule::table('tbladminperms')->insert(['roleid' => $id, 'permid' => $permission]);
            }
            Capsule::table('tbladmins')->insert([
                'roleid' => $id,
                'username' => $username,
                'password' => password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]),
                'firstname' => ucfirst($username),
                'lastname' => 'Demo',
                'email' => "$username@example.com",
                'language' => 'english',
            ]);
        }
    }

    private static function currencies(): void
    {
        Capsule::table('tblcurrencies')->insert([
            ['id' => 1, 'code' => 'EUR', 'prefix' => '€', 'suffix' => ' EUR', 'rate' => 1, 'default' => 1],
            ['id' => 2, 'code' => 'RUB', 'prefix' => '', 'suffix' => ' RUB', 'rate' => 95, 'default' => 0],
            ['id' => 3, 'code' => 'USD', 'prefix' => '$', 'suffix' => ' USD', 'rate' => 1.08, 'default' => 0],
        ]);
    }

    private static function gateway(): void
    {
        foreach (['name' => 'Demo payment', 'type' => 'Invoices', 'visible' => 'on'] as $setting => $value) {
            Capsule::table('tblpaymentgateways')->insert(['gateway' => 'mailin', 'setting' => $setting, 'value' => $value]);
        }
    }

    private static function emailTemplates(): void
    {
        $templates = [
            ['product', 'Other Product/Service Welcome Email', 'New Product Information', "Dear {\$client_name},\n\nYour order for "
                . "{\$service_product_name} has now been activated.\n\nProduct/Service: {\$service_product_name}\n"
                . "Billing Cycle: {\$service_billing_cycle}\nNext Due Date: {\$service_next_due_date}\n\n{\$company_name}"],
            ['product', 'Service Termination Notice', 'Service Terminated', "Dear {\$client_name},\n\nYour service "
                . "{\$service_product_name} has been terminated.\n\n{\$company_name}"],
            ['invoice', 'Invoice Created', 'Customer Invoice', "Dear {\$client_name},\n\nInvoice #{\$invoice_num} of "
                . "{\$invoice_total} is due on {\$invoice_date_due}.\n\n{\$company_name}"],
            ['invoice', 'Invoice Payment Confirmation', 'Invoice Payment Confirmation', "Dear {\$client_name},\n\n"
                . "Invoice #{\$invoice_num} is paid: {\$invoice_total}.\n\n{\$company_name}"],
        ];
        foreach ($templates as [$type, $name, $subject, $message]) {
            Capsule::table('tblemailtemplates')->insert(
                ['type' => $type, 'name' => $name, 'subject' => $subject, 'message' => $message]
            );
        }
    }
}
