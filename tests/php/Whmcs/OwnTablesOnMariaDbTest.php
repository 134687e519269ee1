<?php

/**
 * The module's tables on MariaDB.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\Tests\OnMariaDb;

/** @group machine */
final class OwnTablesOnMariaDbTest extends OwnTables
{
    use OnMariaDb;
}
