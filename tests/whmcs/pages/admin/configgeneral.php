<?php

/**
 * General Settings, with the switches of this stand-in.
 */

declare(strict_types=1);

use Standin\Admin\SettingsForm;
use Standin\Admin\Staff;

Staff::require('Configure General Settings');
SettingsForm::handle('General Settings', 'configgeneral.php', [
    'CompanyName' => ['Company Name', 'text', ''],
    'SystemURL' => ['WHMCS System URL', 'text', ''],
    'Language' => ['Default Language', 'text', 'english or russian'],
    'OnDemandRenewalsEnabled' => ['On-Demand Renewals', 'tick', 'Allow clients to place renewal orders early'],
    'OnDemandRenewalDays' => ['On-Demand Renewal Days', 'text', 'days before the due date'],
    'ModuleDebugMode' => ['Module Debug Mode', 'tick', 'Write the module log'],
    'StandinEncodeRequest' => ['Encode what browsers send', 'tick', 'This stand-in: $_GET, $_POST and $_REQUEST are HTML-encoded'],
    'StandinEncodeServerPassword' => ['Encode the server password', 'tick', 'This stand-in: modules get the password HTML-encoded'],
]);
