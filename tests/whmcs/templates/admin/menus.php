<?php

/**
 * The admin navigation: menu => [link => label].
 */

namespace Standin\Admin;

$addons = [];
foreach (\Standin\Module\AddonModule::all() as $addon) {
    if ($addon->mayOpen((int) Staff::current()?->roleid)) {
        $addons["addonmodules.php?module=$addon->name"] = (string) $addon->config()['name'];
    }
}

return array_filter([
    'Clients' => ['clients.php' => 'View/Search Clients', 'services.php' => 'Products/Services'],
    'Orders' => ['orders.php' => 'List All Orders', 'orders.php?status=Pending' => 'Pending Orders'],
    'Billing' => ['invoices.php' => 'Invoices', 'invoices.php?status=Unpaid' => 'Unpaid Invoices'],
    'Addons' => $addons,
    'Utilities' => [
        'whmcsconnect.php' => 'WHMCS Connect',
        'modulequeue.php' => 'Module Queue',
        'automation.php' => 'Automation',
        'systemactivitylog.php' => 'Activity Log',
        'systemmodulelog.php' => 'Module Log',
        'systememaillog.php' => 'Email Message Log',
    ],
    'Configuration' => ['apps.php' => 'Apps & Integrations', 'systemsettings.php' => 'System Settings'],
]);
