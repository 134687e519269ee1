<?php

/**
 * Of several processes on one MariaDB server, as two web nodes have it, one sends.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Journal;

use IspmanagerNoc\Tests\OnMariaDb;

/** @group machine */
final class ParallelOnMariaDbTest extends InParallel
{
    use OnMariaDb;
}
