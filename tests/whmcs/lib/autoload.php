<?php

/**
 * Loads the stand-in's classes, the classes modules may name (WHMCS\…) and Debian's Illuminate; it starts nothing.
 */

declare(strict_types=1);

require_once __DIR__ . '/errors.php';
require_once __DIR__ . '/Admin/markup.php';
require_once 'Illuminate/Database/autoload.php';

spl_autoload_register(static function (string $class): void {
    $homes = ['Standin\\' => __DIR__ . '/', 'WHMCS\\' => dirname(__DIR__) . '/classes/WHMCS/'];
    foreach ($homes as $prefix => $home) {
        if (str_starts_with($class, $prefix)) {
            $file = $home . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
            if (is_file($file)) {
                require $file;
            }
        }
    }
});
