<?php

/**
 * Configuration → Apps & Integrations: the modules' cards, searched by text.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Html;
use Standin\Module\Apps;
use Standin\Request;

Staff::require('Apps and Integrations');
$search = Request::text('search');
Page::show('Apps & Integrations', 'apps', ['search' => $search, 'cards' => Apps::cards(Html::decode($search))]);
