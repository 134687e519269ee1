<?php

/**
 * Automation Settings.
 */

declare(strict_types=1);

use Standin\Admin\SettingsForm;
use Standin\Admin\Staff;

Staff::require('Configure Automation Settings');
SettingsForm::handle('Automation Settings', 'configauto.php', [
    'CreateInvoiceDaysBefore' => ['Invoice Generation', 'text', 'days before the due date'],
    'AutoSuspension' => ['Enable Suspension', 'tick', ''],
    'AutoSuspensionDays' => ['Suspend Days', 'text', 'days after the due date'],
    'AutoTermination' => ['Enable Termination', 'tick', ''],
    'AutoTerminationDays' => ['Termination Days', 'text', 'days after the due date'],
]);
