<?php

/**
 * Web nodes whose clocks differ agree on the time, which is the database's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Whmcs;

use IspmanagerNoc\SystemClock;
use IspmanagerNoc\Tests\ModuleTest;
use IspmanagerNoc\Tests\OnMariaDb;
use WHMCS\Database\Capsule;

/** @group machine */
final class ClockOnMariaDbTest extends ModuleTest
{
    use OnMariaDb;

    public function testTheTimeIsTheDatabases(): void
    {
        Capsule::connection()->statement('SET SESSION timestamp = 2000000000');
        self::assertEqualsWithDelta(2_000_000_000, (new SystemClock())->now(), 60);
    }
}
