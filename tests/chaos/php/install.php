<?php

/**
 * Installs the modules as they stand in the source tree into a new root of the stand-in for WHMCS, and keeps a copy of the filled
 * database beside it, from which every history begins.
 *
 * Usage: install.php ROOT DATABASE-ADDRESS PHP-HOOKS
 */

declare(strict_types=1);

use Standin\Installer;
use WHMCS\Database\Capsule;

[, $root, $address, $modules] = $argv;
$standin = dirname(__DIR__, 2) . '/whmcs';
define('WHMCS', true);
require "$standin/lib/autoload.php";
require "$standin/lib/functions.php";

$archive = "$root.tar";
(new PharData($archive))->buildFromDirectory($modules);
(new Installer($standin))->install($root, $archive, $address, ['ISPMANAGERNOC_LOOPBACK_ACCOUNTS']);
unlink($archive);

Capsule::connection()->statement('CREATE DATABASE beginning');
foreach (Capsule::select('SHOW TABLES') as $row) {
    $table = current((array) $row);
    Capsule::connection()->statement("CREATE TABLE beginning.$table LIKE $table");
    Capsule::connection()->statement("INSERT INTO beginning.$table SELECT * FROM $table");
}
