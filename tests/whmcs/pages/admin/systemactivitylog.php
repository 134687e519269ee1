<?php

/**
 * The activity log.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use WHMCS\Database\Capsule;

Staff::require('View Activity Log');
Page::show('Activity Log', 'activity_table', ['entries' => Capsule::table('tblactivitylog')->orderByDesc('id')->limit(500)->get()->all()]);
