<?php

/**
 * The module log, with the switch of module debugging.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Request;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

Staff::require('View Module Debug Log');
if (Request::isPost()) {
    match (Request::text('action')) {
        'enable' => Setting::setValue('ModuleDebugMode', 'on'),
        'disable' => Setting::setValue('ModuleDebugMode', ''),
        'clear' => Capsule::table('tblmodulelog')->delete(),
    };
    Request::redirect('systemmodulelog.php');
}
Page::show('Module Log', 'modulelog', [
    'isOn' => Setting::getValue('ModuleDebugMode') === 'on',
    'entries' => Capsule::table('tblmodulelog')->orderByDesc('id')->limit(200)->get()->all(),
]);
