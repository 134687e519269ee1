<?php

/**
 * A client's summary: details, services and invoices.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Client\Visitor;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('View Clients Summary');
$clientId = Request::int('userid');
$client = Capsule::table('tblclients')->find($clientId) ?? throw new OutOfBoundsException("There is no client $clientId");
if (Request::isPost()) {
    Visitor::masquerade($clientId);
    Request::redirect('../clientarea.php');
}
Page::show("Client Profile: $client->firstname $client->lastname", 'clientsummary', [
    'client' => $client,
    'services' => Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
        ->where('userid', $clientId)->orderBy('tblhosting.id')->get(['tblhosting.*', 'tblproducts.name'])->all(),
    'invoices' => Capsule::table('tblinvoices')->where('userid', $clientId)->orderByDesc('id')->get()->all(),
]);
