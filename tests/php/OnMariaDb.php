<?php

/**
 * The database of a test on MariaDB, which other processes can open. For the module it is as strict and as narrow as the oldest that it
 * supports: a value that does not fit and a key of more than 767 bytes are errors.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use WHMCS\Database\Capsule;

trait OnMariaDb
{
    private static string $database;

    protected static function database(): string
    {
        return self::$database = MariaDb::emptyDatabase();
    }

    protected function setUp(): void
    {
        parent::setUp();
        Capsule::connection()->statement('SET GLOBAL innodb_default_row_format = compact');
        Capsule::connection()->statement("SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY'");
    }

    protected function shared(): string
    {
        return self::$database;
    }
}
