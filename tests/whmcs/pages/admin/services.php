<?php

/**
 * Clients → Products/Services: every service.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use WHMCS\Database\Capsule;

Staff::require('View Clients Products/Services');
Page::show('Products/Services', 'servicetable', [
    'services' => Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
        ->orderByDesc('tblhosting.id')->get(['tblhosting.*', 'tblproducts.name'])->all(),
]);
