<?php

/**
 * My Account: the language that modules show to this member of staff.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Request;
use WHMCS\Database\Capsule;

$admin = Staff::require('My Account');
if (Request::isPost()) {
    $language = Request::text('language') === 'russian' ? 'russian' : 'english';
    Capsule::table('tbladmins')->where('id', $admin->id)->update(['language' => $language]);
    Page::notice('Changes Saved Successfully!');
    Request::redirect('myaccount.php');
}
Page::show('My Account', 'myaccount', ['admin' => $admin]);
