<?php

/**
 * Administrator Roles: what each role may do.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Permissions;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('Configure Administrator Roles');
if (Request::isPost()) {
    $roleId = Request::int('id');
    Capsule::table('tbladminperms')->where('roleid', $roleId)->delete();
    foreach (array_intersect(array_map('intval', Request::list('permissions')), array_keys(Permissions::LABELS)) as $permission) {
        Capsule::table('tbladminperms')->insert(['roleid' => $roleId, 'permid' => $permission]);
    }
    Page::notice('Changes Saved Successfully!');
    Request::redirect('configadminroles.php');
}
Page::show('Administrator Roles', 'adminroles', [
    'roles' => Capsule::table('tbladminroles')->orderBy('id')->pluck('name', 'id')->all(),
    'granted' => Capsule::table('tbladminperms')->get()->groupBy('roleid')->map(static fn ($rows) => $rows->pluck('permid')->all())->all(),
    'staff' => Capsule::table('tbladmins')->orderBy('id')->get()->groupBy('roleid')->all(),
]);
