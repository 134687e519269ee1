<?php

/**
 * No notice, warning or deprecation of our code passes a test, whoever catches it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use ErrorException;
use PHPUnit\Framework\TestCase;

final class NoticesTest extends TestCase
{
    public function testANoticeIsThrownAndRemembered(): void
    {
        foreach ([E_USER_DEPRECATED, E_USER_NOTICE, E_USER_WARNING] as $severity) {
            try {
                trigger_error("number $severity", $severity);
                self::fail('It passed');
            } catch (ErrorException) {
                self::assertStringStartsWith("number $severity in " . __FILE__, implode(Notices::taken()));
            }
        }
    }
}
