<?php

/**
 * Loads the hooks of the server module: they work from the moment the addon is active, before any product was saved.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$ispmanagernocHooks = dirname(__DIR__, 2) . '/servers/ispmanagernoc/hooks.php';
if (is_file($ispmanagernocHooks)) {
    require_once $ispmanagernocHooks;
}
