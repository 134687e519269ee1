<?php

/**
 * Configuration → System Settings → Servers: server records and server groups.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Servers;
use Standin\Admin\Staff;
use Standin\Module\Params;
use Standin\Module\ServerModule;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('Configure Servers');
$id = Request::int('id');
$action = Request::text('action');

if (Request::isPost()) {
    match ($action) {
        'save' => Servers::save($id),
        'testconnection' => Request::answerJson(Servers::test($id)),
        'setdefault' => Servers::makeDefault($id),
        'delete' => Servers::delete($id) || Page::done('The server is in use by services', 'configservers.php', 'danger'),
        'savegroup' => Servers::saveGroup($id),
        'deletegroup' => Servers::deleteGroup($id),
    };
    $isGroup = str_ends_with($action, 'group');
    Page::done($isGroup ? 'Server Group Saved Successfully!' : 'Server Saved Successfully!', 'configservers.php');
}

$modules = ServerModule::choices();
if ($action === 'manage') {
    $server = Params::server($id);
    Page::show($server === null ? 'Add Server' : 'Edit Server', 'servers/edit', [
        'server' => $server,
        'modules' => $modules,
        'roles' => Capsule::table('tbladminroles')->orderBy('id')->pluck('name', 'id')->all(),
        'ssoRoles' => Servers::ssoRoles($id),
    ]);
}
if ($action === 'managegroup') {
    $members = Capsule::table('tblservergroupsrel')->where('groupid', $id)->pluck('serverid')->all();
    $servers = Capsule::table('tblservers')->orderBy('name');
    Page::show($id === 0 ? 'Create New Group' : 'Edit Group', 'servers/group', [
        'group' => Capsule::table('tblservergroups')->find($id),
        'available' => (clone $servers)->whereNotIn('id', $members)->pluck('name', 'id')->all(),
        'selected' => $servers->whereIn('id', $members)->pluck('name', 'id')->all(),
    ]);
}
Page::show('Servers', 'servers/list', [
    'servers' => Capsule::table('tblservers')->orderBy('type')->orderBy('name')->get()->all(),
    'groups' => Capsule::table('tblservergroups')->orderBy('name')->get()->all(),
    'modules' => $modules,
]);
