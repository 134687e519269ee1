<?php

/**
 * Amounts are read as the account writes them, for machines and for people.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\Money;
use PHPUnit\Framework\TestCase;

final class MoneyTest extends TestCase
{
    public function testMachineAmountsBecomeHundredths(): void
    {
        foreach (['10' => 1000, '913.9286' => 91393, '0.5' => 50, '-1.005' => -101, '7.999' => 800] as $text => $minor) {
            self::assertSame($minor, Money::parse((string) $text, 'EUR')?->minor, (string) $text);
        }
        foreach (['', '1,50', '1e3', '99999999999999999999', 'ten'] as $text) {
            self::assertNull(Money::parse($text, 'EUR'), $text);
        }
    }

    public function testTextsForPeopleAreReadWithTheirCurrency(): void
    {
        $texts = ['12.50 EUR' => '12.50 EUR', "1 234,56\u{A0}руб." => '1234.56 RUB', '-3 RUB' => '-3.00 RUB', '0.00 usd' => '0.00 USD'];
        foreach ($texts as $text => $shown) {
            self::assertSame($shown, (string) Money::parseText($text));
        }
        foreach (['', '12.50', 'EUR', 'about 5 EUR'] as $text) {
            self::assertNull(Money::parseText($text), $text);
        }
    }

    public function testOnlyAmountsOfOneCurrencyAreCompared(): void
    {
        self::assertTrue((new Money(1, 'EUR'))->isLessThan(new Money(2, 'EUR')));
        self::assertFalse((new Money(1, 'RUB'))->isLessThan(new Money(2, 'EUR')));
        self::assertFalse((new Money(1, 'RUB'))->equals(new Money(1, 'EUR')));
    }
}
