<?php

/**
 * Prepares PHPUnit: the stand-in's WHMCS, the module itself, and every PHP notice of our code as a failure.
 */

declare(strict_types=1);

require_once __DIR__ . '/../whmcs/for-tests.php';
require_once __DIR__ . '/../whmcs/lib/errors.php';
require_once __DIR__ . '/../../php-hooks/servers/ispmanagernoc/ispmanagernoc.php';

spl_autoload_register(static function (string $class): void {
    $prefix = 'IspmanagerNoc\\Tests\\';
    if (str_starts_with($class, $prefix)) {
        $file = __DIR__ . '/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (is_file($file)) {
            require_once $file;
        }
    }
});

IspmanagerNoc\Tests\Notices::watch(set_error_handler(null) ?? throw new LogicException('The stand-in handles no notices'));
