<?php

/**
 * Months are added as WHMCS and the account add them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use IspmanagerNoc\Command\Step\Period;
use PHPUnit\Framework\TestCase;

final class PeriodTest extends TestCase
{
    public function testAShorterMonthEndsWithItsLastDay(): void
    {
        $this->check('2027-01-31', 1, '2027-02-28');
        $this->check('2028-01-31', 1, '2028-02-29');
        $this->check('2027-11-30', 3, '2028-02-29');
        $this->check('2027-02-28', 12, '2028-02-28');
        $this->check('2026-12-10', 1, '2027-01-10');
        $this->check('2026-08-31', 6, '2027-02-28');
    }

    private function check(string $day, int $months, string $expected): void
    {
        self::assertSame($expected, Period::after($day, $months));
    }
}
