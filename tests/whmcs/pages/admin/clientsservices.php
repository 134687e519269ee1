<?php

/**
 * A client's service: view, save, and module commands (by AJAX, answered with the new #servicecontent).
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\ServicePage;
use Standin\Admin\Staff;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('View Clients Products/Services');
$service = ServicePage::find();
$serviceId = (int) $service->id;
$self = "clientsservices.php?userid=$service->userid&id=$serviceId";

if (Request::isPost() && Request::text('modop') !== '') {
    Staff::require('Perform Server Operations');
    $result = ServicePage::command($serviceId);
    if (Request::text('ajax') === '1') {
        exit(ServicePage::content($serviceId, $result));
    }
    Page::notice($result['text'], $result['isDone'] ? 'success' : 'danger');
    Request::redirect($self);
}
if (Request::isPost() && Request::text('save') === 'true') {
    Staff::require('Edit Clients Products/Services');
    ServicePage::save($serviceId);
    Page::notice('Changes Saved Successfully!');
    Request::redirect("$self&success=true");
}

$client = Capsule::table('tblclients')->find($service->userid);
Page::show("Client Profile: $client->firstname $client->lastname", 'service/page', [
    'service' => $service,
    'siblings' => Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
        ->where('userid', $service->userid)->orderBy('tblhosting.id')->get(['tblhosting.id', 'domainstatus', 'name'])->all(),
    'content' => ServicePage::content($serviceId),
]);
