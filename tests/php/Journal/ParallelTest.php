<?php

/**
 * Of several processes on one SQLite file, one sends.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Journal;

use IspmanagerNoc\Tests\SharedSqlite;

/** @group machine */
final class ParallelTest extends InParallel
{
    use SharedSqlite;
}
