<?php

/**
 * Brings in the server module, in which everything of the addon is done, or what stands in for it where that is missing. Written for
 * PHP 7.4, as the files that WHMCS includes are.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

// As `cargo xtask build` writes it; the server module compares it with its own.
define('ISPMANAGERNOC_PARTNER_VERSION', '0.1.0');

$ispmanagernocModule = dirname(__DIR__, 2) . '/servers/ispmanagernoc';
foreach ([$ispmanagernocModule . '/start.php', $ispmanagernocModule . '/Instead.php', __DIR__ . '/Instead.php'] as $ispmanagernocStart) {
    if (is_file($ispmanagernocStart)) {
        require_once $ispmanagernocStart;
        break;
    }
}
unset($ispmanagernocModule, $ispmanagernocStart);
