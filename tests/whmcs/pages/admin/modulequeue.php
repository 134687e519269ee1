<?php

/**
 * The module queue: automated commands that failed, each with a Retry button.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Module\Queue;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('Module Queue');
if (Request::isPost()) {
    $id = Request::int('id');
    if (Request::text('action') === 'resolve') {
        Capsule::table('tblmodulequeue')->where('id', $id)->update(['completed' => 1]);
        Page::notice('Marked as resolved');
    } else {
        $result = Queue::retry($id);
        $result === 'success' ? Page::notice('Module Command Success') : Page::notice("Module Command Error: $result", 'danger');
    }
    Request::redirect('modulequeue.php');
}
Page::show('Module Queue', 'modulequeue', [
    'entries' => Capsule::table('tblmodulequeue')->join('tblhosting', 'tblhosting.id', '=', 'tblmodulequeue.service_id')
        ->where('completed', 0)->orderBy('tblmodulequeue.id')->get(['tblmodulequeue.*', 'userid'])->all(),
]);
