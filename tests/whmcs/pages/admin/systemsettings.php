<?php

/**
 * System Settings: the doors to everything that is configured once.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;

Staff::require('Main Homepage');
Page::show('System Settings', 'systemsettings');
