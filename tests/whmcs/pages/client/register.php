<?php

/**
 * Registers a new client and logs them in.
 */

declare(strict_types=1);

use Standin\Client\Page;
use Standin\Client\Registration;
use Standin\Client\Visitor;
use Standin\Request;
use WHMCS\Database\Capsule;

$complaints = [];
if (Request::isPost()) {
    check_token();
    $complaints = Registration::complaints();
    if ($complaints === []) {
        Registration::save();
        Visitor::login(Request::text('email'), Request::secret('password'));
        Request::redirect(Visitor::takeReturn());
    }
}
$entered = [];
foreach (array_keys(Registration::FIELDS) as $name) {
    $entered[$name] = Request::text($name);
}
Page::show('Register', 'clientregister', [
    'complaints' => $complaints,
    'entered' => $entered,
    'currencies' => Capsule::table('tblcurrencies')->orderByDesc('default')->get()->all(),
    'chosenCurrency' => Request::int('currency'),
    'countries' => Registration::COUNTRIES,
]);
