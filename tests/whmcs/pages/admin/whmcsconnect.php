<?php

/**
 * WHMCS Connect: staff enter a server's panel by single sign-on, where the server's access control lets their role in.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Servers;
use Standin\Admin\Staff;
use Standin\Request;
use WHMCS\Database\Capsule;

$admin = Staff::require('Main Homepage');
if (Request::isPost()) {
    Servers::signOn(Request::int('serverid'), $admin);
}
Page::show('WHMCS Connect', 'whmcsconnect', [
    'servers' => Capsule::table('tblservers')->where('disabled', 0)->orderBy('name')->get()->all(),
    'roleId' => (int) $admin->roleid,
]);
