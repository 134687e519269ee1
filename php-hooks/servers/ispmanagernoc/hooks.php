<?php

/**
 * Where ispmanager NOC takes part in WHMCS's pages and events. Each line names the class under lib/Hook that does the work.
 * WHMCS and the addon's hooks.php both load this file, so only the first load registers anything.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}
if (defined('ISPMANAGERNOC_HOOKS')) {
    return;
}
define('ISPMANAGERNOC_HOOKS', true);

// Every page of WHMCS loads this file, so none of them may fail because a file of the module is missing.
if (is_file(__DIR__ . '/start.php')) {
    require_once __DIR__ . '/start.php';
}
if (!defined('ISPMANAGERNOC_STARTED')) {
    return;
}

add_hook('ClientAreaProductDetailsOutput', 1, IspmanagerNoc\Hook\Hook::named('ClientDetails'));
add_hook('AdminProductConfigFields', 1, IspmanagerNoc\Hook\Hook::named('ProductFields'));
add_hook('ProductEdit', 1, IspmanagerNoc\Hook\Hook::named('ProductSaved'));
add_hook('ServerAdd', 1, IspmanagerNoc\Hook\Hook::named('ServerChanged'));
add_hook('ServerEdit', 1, IspmanagerNoc\Hook\Hook::named('ServerChanged'));
add_hook('ServerDelete', 1, IspmanagerNoc\Hook\Hook::named('ServerChanged'));
add_hook('ShoppingCartValidateProductUpdate', 1, IspmanagerNoc\Hook\Hook::named('OrderForm'));
add_hook('InvoiceCreation', 1, IspmanagerNoc\Hook\Hook::named('InvoiceRaised'));
add_hook('AdminHomeWidgets', 1, IspmanagerNoc\Hook\Hook::named('HomeWidget'));
add_hook('AfterCronJob', 1, IspmanagerNoc\Hook\Hook::named('CronRun'));
add_hook('DailyCronJob', 1, IspmanagerNoc\Hook\Hook::named('DailyRun'));
