<?php

/**
 * Staff login.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Html;
use Standin\Request;

$target = Html::decode(Request::text('redirect'));
if (preg_match('#^[a-z]+\.php(\?[^\s]*)?$#', $target) !== 1) {
    $target = 'index.php';
}
if (Request::isPost()) {
    if (Staff::login(Request::text('username'), Request::secret('password'))) {
        Request::redirect($target);
    }
    Page::notice('Login Failed. Please Try Again.', 'danger');
}
Page::show('Staff Login', 'login', ['target' => $target]);
