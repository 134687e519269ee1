<?php

/**
 * The server module "ispmanager NOC": every function that WHMCS may call. What each does stands in the class it names.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

require_once __DIR__ . (is_file(__DIR__ . '/start.php') ? '/start.php' : '/Instead.php');

/** How WHMCS treats and names the module. */
function ispmanagernoc_MetaData()
{
    return IspmanagerNoc\Entry::call('MetaData', []);
}

/** The module settings of a product. */
function ispmanagernoc_ConfigOptions($params = [])
{
    return IspmanagerNoc\Entry::call('ConfigOptions', $params);
}

/** The tariffs that the setting "Product ID" offers. */
function ispmanagernoc_TariffLoader($params = [])
{
    return IspmanagerNoc\Entry::call('TariffLoader', $params);
}

/** Checks the login of a server record and says the account's balance. */
function ispmanagernoc_TestConnection($params = [])
{
    return IspmanagerNoc\Entry::call('TestConnection', $params);
}

/** Orders the service in the account. */
function ispmanagernoc_CreateAccount($params = [])
{
    return IspmanagerNoc\Entry::call('CreateAccount', $params);
}

/** Renews the service in the account for the invoice that was paid. */
function ispmanagernoc_Renew($params = [])
{
    return IspmanagerNoc\Entry::call('Renew', $params);
}

/** Deletes the service in the account. */
function ispmanagernoc_TerminateAccount($params = [])
{
    return IspmanagerNoc\Entry::call('TerminateAccount', $params);
}

/** The buttons that staff get besides WHMCS's own. */
function ispmanagernoc_AdminCustomButtonArray($params = [])
{
    return IspmanagerNoc\Entry::call('AdminCustomButtonArray', $params);
}

/** Takes status, dates and BitNinja data over from the account. */
function ispmanagernoc_Sync($params = [])
{
    return IspmanagerNoc\Entry::call('Sync', $params);
}

/** Logs staff in to the account's own pages. */
function ispmanagernoc_AdminSingleSignOn($params = [])
{
    return IspmanagerNoc\Entry::call('AdminSingleSignOn', $params);
}

/** The module's rows on the service page of the admin area. */
function ispmanagernoc_AdminServicesTabFields($params = [])
{
    return IspmanagerNoc\Entry::call('AdminServicesTabFields', $params);
}

/** The module's part of the service page of the client area. */
function ispmanagernoc_ClientArea($params = [])
{
    return IspmanagerNoc\Entry::call('ClientArea', $params);
}

IspmanagerNoc\Entry::loaded();
