<?php

/**
 * Makes the module's classes available, or what stands in for them where the module cannot run: on an old PHP, and where its files are not
 * all there or are of different versions, as an upload that broke off leaves them. An old PHP must be able to read this file, so it is
 * written for PHP 7.4.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

// A closure, so that no variable is left behind in WHMCS's page.
(static function () {
    if (class_exists('IspmanagerNoc\\Entry', false)) {
        return;
    }
    $reason = PHP_VERSION_ID < 80100 ? 'old-php' : 'damaged';
    $needed = ['/contract.php', '/lib/version.php', '/lib/Hook/Hook.php', '/lib/Entry.php'];
    $isThere = static function ($file) {
        return is_file(__DIR__ . $file);
    };
    try {
        // Files from before and after an upgrade would call each other as they never were tested.
        $contract = $reason === 'damaged' && array_filter($needed, $isThere) === $needed ? require __DIR__ . '/contract.php' : null;
        $isWhole = is_array($contract) && ($contract['version'] ?? '') === require __DIR__ . '/lib/version.php';
        if ($isWhole) {
            spl_autoload_register(static function ($class) {
                $prefix = 'IspmanagerNoc\\';
                if (strncmp($class, $prefix, strlen($prefix)) !== 0) {
                    return;
                }
                $file = __DIR__ . '/lib/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
                if (is_file($file)) {
                    require_once $file;
                }
            });
            require_once __DIR__ . '/lib/Hook/Hook.php';
            require_once __DIR__ . '/lib/Entry.php';
            define('ISPMANAGERNOC_STARTED', true);
            return;
        }
    } catch (\Throwable $failure) {
        // A file that ends in the middle.
    }
    try {
        if (is_file(__DIR__ . '/Instead.php')) {
            require_once __DIR__ . '/Instead.php';
            IspmanagerNoc\Entry::$reason = $reason;
        }
    } catch (\Throwable $failure) {
        // Nothing is left that could say so, and WHMCS's page goes on.
    }
})();
