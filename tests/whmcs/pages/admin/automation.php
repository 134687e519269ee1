<?php

/**
 * Runs the automation from a page, on today's or another date. Real WHMCS has no such page: it stands for the system's cron.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Automation\Cron;
use Standin\Clock;
use Standin\Request;

Staff::require('Configure Automation Settings');
$report = $_SESSION['standin_cron_report'] ?? [];
unset($_SESSION['standin_cron_report']);
if (Request::isPost()) {
    try {
        Clock::moveTo(Request::text('date'));
        $_SESSION['standin_cron_report'] = Cron::run();
        Page::notice('The automation has run');
    } catch (InvalidArgumentException $error) {
        Page::notice($error->getMessage(), 'danger');
    }
    Request::redirect('automation.php');
}
Page::show('Automation', 'automation', ['today' => Clock::today(), 'report' => $report]);
