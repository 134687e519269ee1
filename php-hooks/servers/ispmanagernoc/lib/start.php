<?php

/**
 * Makes the module's classes available. An old PHP must be able to read this file, so it is written for PHP 7.4.
 */

if (PHP_VERSION_ID < 80100) {
    require_once __DIR__ . '/OldPhp.php';
    return;
}

if (!defined('ISPMANAGERNOC_STARTED')) {
    define('ISPMANAGERNOC_STARTED', true);
    spl_autoload_register(static function (string $class): void {
        $prefix = 'IspmanagerNoc\\';
        if (strncmp($class, $prefix, strlen($prefix)) !== 0) {
            return;
        }
        $file = __DIR__ . '/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (is_file($file)) {
            require_once $file;
        }
    });
}
