<?php

/**
 * Client login.
 */

declare(strict_types=1);

use Standin\Client\Page;
use Standin\Client\Visitor;
use Standin\Request;

if (Request::isPost()) {
    check_token();
    if (Visitor::login(Request::text('username'), Request::secret('password'))) {
        Request::redirect(Visitor::takeReturn());
    }
    Page::notice('Login Details Incorrect. Please try again.', 'danger');
}
Page::show('Login', 'login');
