<?php

/**
 * The addon "ispmanager NOC partner module": the list of tariffs, and the way of staff's panels to the module. What each
 * function does stands in the class of the server module that it names.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

require_once is_file(__DIR__ . '/start.php') ? __DIR__ . '/start.php' : dirname(__DIR__, 2) . '/servers/ispmanagernoc/start.php';

/** What WHMCS shows of the addon in its lists. */
function ispmanagernoc_partner_config()
{
    return IspmanagerNoc\Entry::call('PartnerConfig');
}

/** Staff activated the addon. */
function ispmanagernoc_partner_activate()
{
    return IspmanagerNoc\Entry::call('PartnerActivate');
}

/** Staff deactivated the addon. */
function ispmanagernoc_partner_deactivate()
{
    return IspmanagerNoc\Entry::call('PartnerDeactivate');
}

/** A newer version runs for the first time. */
function ispmanagernoc_partner_upgrade($vars)
{
    IspmanagerNoc\Entry::call('PartnerUpgrade', $vars);
}

/** The addon's page, or the answer to a message of a panel. */
function ispmanagernoc_partner_output($vars)
{
    echo IspmanagerNoc\Entry::call('PartnerOutput', $vars);
}
