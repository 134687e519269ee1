<?php

/**
 * The e-mail log.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use WHMCS\Database\Capsule;

Staff::require('View Email Message Log');
Page::show('Email Message Log', 'emaillog', ['emails' => Capsule::table('tblemails')->orderByDesc('id')->limit(200)->get()->all()]);
