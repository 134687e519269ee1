<?php

/**
 * Required once by a PHPUnit bootstrap: defines WHMCS, the classes and the global functions that modules use.
 */

declare(strict_types=1);

define('WHMCS', true);
define('ROOTDIR', __DIR__);
$_SESSION ??= [];
require_once __DIR__ . '/lib/autoload.php';
require_once __DIR__ . '/lib/functions.php';
