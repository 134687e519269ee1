<?php

/**
 * Clients → View/Search Clients.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use WHMCS\Database\Capsule;

Staff::require('List Clients');
Page::show('Clients', 'clients', ['clients' => Capsule::table('tblclients')->orderByDesc('id')->get()->all()]);
