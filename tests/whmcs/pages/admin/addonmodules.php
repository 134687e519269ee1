<?php

/**
 * The page of one addon module. WHMCS itself checks that it is active and that the role of this member of staff may open it.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Module\AddonModule;
use Standin\Request;

// The module's own guard checks the token of what is posted to it, as in WHMCS.
$admin = Staff::current() ?? Staff::require('Addon Modules');
$addon = AddonModule::load(Request::text('module'));
if (!Staff::may('Addon Modules') || !$addon->mayOpen((int) $admin->roleid)) {
    http_response_code(403);
    Page::show('Access Denied', 'denied', ['permission' => 'Addon Modules: ' . $addon->name]);
}
$addon->upgradeIfNewer();
$vars = $addon->vars(Staff::language());
ob_start();
$addon->call('output', $vars);
$output = (string) ob_get_clean();
Page::show((string) $addon->config()['name'], 'addonpage', [
    'output' => $output,
    'sidebar' => $addon->has('sidebar') ? (string) $addon->call('sidebar', $vars) : '',
]);
