<?php

/**
 * How long a call may take, and that cURL is told so.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\CurlTransport;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\Request;
use PHPUnit\Framework\TestCase;
use ReflectionMethod;

final class RequestTimesTest extends TestCase
{
    public function testTheTimesOfTheRequestAreThoseOfTheTransport(): void
    {
        $request = new Request(Host::parse('127.0.0.1', true), [], 30, 1.5);
        $options = (new ReflectionMethod(CurlTransport::class, 'options'))->invoke(null, $request);
        self::assertSame([3500, 30], [$options[CURLOPT_CONNECTTIMEOUT_MS], $options[CURLOPT_TIMEOUT]]);
    }

    public function testRepeatsShareTheTimeForTheWay(): void
    {
        $request = static fn (float $waited): Request => new Request(Host::parse('127.0.0.1', true), [], 30, $waited);
        self::assertSame([5000, 3500, 1000], array_map(
            static fn (float $waited): int => $request($waited)->connectMilliseconds(),
            [0.0, 1.5, 4.9]
        ));
    }
}
