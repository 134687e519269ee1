<?php

/**
 * Prices are never below what the rule gives, to the last hundredth.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Sale;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Sale\Ending;
use IspmanagerNoc\Sale\PriceRule;
use IspmanagerNoc\Sale\Rate;
use PHPUnit\Framework\TestCase;

final class PriceRuleTest extends TestCase
{
    /** @return list<array{int, int, int, string, string, int}> cost, share, added, ending, rate, price */
    public static function prices(): array
    {
        return [
            [1000, 3000, 0, 'exact', '1', 1300],
            [1000, 0, 0, 'exact', '1', 1000],
            [999, 3000, 0, 'exact', '1', 1299],
            [1000, 0, 250, 'exact', '1', 1250],
            [1000, 3000, 200, 'exact', '1', 1560],
            [1000, 3000, 0, 'exact', '95', 123500],
            [1000, 3000, 0, 'exact', '1,0837', 1409],
            [1, 0, 0, 'exact', '0.000001', 1],
            [1000, 3000, 0, '00', '1', 1300],
            [1001, 3000, 0, '00', '1', 1400],
            [1000, 3000, 0, '90', '1', 1390],
            [1000, 3000, 0, '99', '1', 1399],
            [1399, 0, 0, '90', '1', 1490],
            [1390, 0, 0, '90', '1', 1390],
            [100_000_00, 100000, 0, 'exact', '999999', 109_999_890_000_000],
        ];
    }

    /** @dataProvider prices */
    public function testThePriceComesOfTheCost(int $cost, int $share, int $added, string $ending, string $rate, int $price): void
    {
        $rate = Rate::parse($rate, 3, 'USD');
        self::assertNotNull($rate);
        $rule = new PriceRule('EUR', $share, $added, Ending::from($ending));
        self::assertEquals(new Money($price, 'USD'), $rule->price(new Money($cost, 'EUR'), $rate));
    }

    public function testWhatCostsNothingOrSomethingInAnotherCurrencyHasNoPrice(): void
    {
        $rate = Rate::parse('1', 1, 'EUR');
        self::assertNotNull($rate);
        $rule = new PriceRule('EUR', 3000, 100, Ending::Exact);
        self::assertNull($rule->price(new Money(0, 'EUR'), $rate));
        self::assertNull($rule->price(new Money(1000, 'RUB'), $rate));
        self::assertNotNull($rule->price(new Money(1, 'EUR'), $rate));
    }

    public function testWhatIsNoRateIsNotRead(): void
    {
        foreach (['', '0', '0.000000', '-1', '1e3', '1.0000001', '1000000', 'x', '1 000', '1.'] as $text) {
            self::assertNull(Rate::parse($text, 1, 'EUR'), $text);
        }
    }
}
