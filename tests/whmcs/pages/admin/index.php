<?php

/**
 * The admin home page: what waits for staff.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use WHMCS\Database\Capsule;

Staff::require('Main Homepage');
Page::show('Dashboard', 'home', [
    'pendingOrders' => Capsule::table('tblorders')->where('status', 'Pending')->count(),
    'activeServices' => Capsule::table('tblhosting')->where('domainstatus', 'Active')->count(),
    'unpaidInvoices' => Capsule::table('tblinvoices')->where('status', 'Unpaid')->count(),
    'queue' => Capsule::table('tblmodulequeue')->where('completed', 0)->count(),
    'activity' => Capsule::table('tblactivitylog')->orderByDesc('id')->limit(10)->get()->all(),
]);
