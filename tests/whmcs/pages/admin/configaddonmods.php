<?php

/**
 * Configuration → System Settings → Addon Modules: activation, settings and role access.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Module\AddonModule;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('Configure Addon Modules');
if (Request::isPost()) {
    $addon = AddonModule::load(Request::text('module'));
    $answer = match (Request::text('action')) {
        'activate' => $addon->activate(),
        'deactivate' => $addon->deactivate(),
        'save' => (static function () use ($addon): array {
            $addon->configure(Request::list('fields')[$addon->name] ?? [], array_map('intval', Request::list('access')));
            return ['status' => 'success', 'description' => 'Changes Saved Successfully!'];
        })(),
    };
    Page::notice($answer['description'], $answer['status'] === 'error' ? 'danger' : $answer['status']);
    Request::redirect('configaddonmods.php#' . $addon->name);
}
Page::show('Addon Modules', 'addonmods', [
    'addons' => AddonModule::all(),
    'roles' => Capsule::table('tbladminroles')->orderBy('id')->pluck('name', 'id')->all(),
]);
