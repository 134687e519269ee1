<?php

/**
 * The admin home page: what waits for staff.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Hooks;
use WHMCS\Database\Capsule;
use WHMCS\Module\AbstractWidget;

Staff::require('Main Homepage');
$isForMe = static fn (mixed $widget): bool => $widget instanceof AbstractWidget
    && ($widget->getRequiredPermission() === '' || Staff::may($widget->getRequiredPermission()));
$widgets = array_filter(Hooks::run('AdminHomeWidgets'), $isForMe);
usort($widgets, static fn (AbstractWidget $one, AbstractWidget $other): int => $one->getWeight() <=> $other->getWeight());
Page::show('Dashboard', 'home', [
    'pendingOrders' => Capsule::table('tblorders')->where('status', 'Pending')->count(),
    'activeServices' => Capsule::table('tblhosting')->where('domainstatus', 'Active')->count(),
    'unpaidInvoices' => Capsule::table('tblinvoices')->where('status', 'Unpaid')->count(),
    'queue' => Capsule::table('tblmodulequeue')->where('completed', 0)->count(),
    'widgets' => $widgets,
    'activity' => Capsule::table('tblactivitylog')->orderByDesc('id')->limit(10)->get()->all(),
]);
