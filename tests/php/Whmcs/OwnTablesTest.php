<?php

/**
 * The module's tables on SQLite.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Tests\SharedSqlite;

final class OwnTablesTest extends OwnTables
{
    use SharedSqlite;
}
