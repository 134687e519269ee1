<?php

/**
 * Email Templates: the list, editing one, creating one for products.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Html;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('Create/Edit Email Templates');
$id = Request::int('id');
if (Request::isPost()) {
    // Templates are stored as typed: Smarty must see its own quotes and brackets.
    $columns = ['subject' => Html::decode(Request::text('subject')), 'message' => Html::decode(Request::text('message'))];
    if ($id > 0) {
        Capsule::table('tblemailtemplates')->where('id', $id)->update($columns);
    } else {
        Capsule::table('tblemailtemplates')->insert($columns + ['type' => 'product', 'name' => Request::text('name'), 'custom' => 1]);
    }
    Page::notice('Changes Saved Successfully!');
    Request::redirect('configemailtemplates.php');
}
if (Request::text('action') === 'edit') {
    Page::show('Email Template', 'emailtemplate', ['template' => Capsule::table('tblemailtemplates')->find($id)]);
}
Page::show('Email Templates', 'emailtemplates', [
    'templates' => Capsule::table('tblemailtemplates')->orderBy('type')->orderBy('name')->get()->all(),
]);
