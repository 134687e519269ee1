<?php

/**
 * How a price comes of a cost: something is added, then a share, then it is converted and rounded up. It is never below what that gives. What
 * costs nothing has no price: the account may charge for it later.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

use IspmanagerNoc\Account\Money;

final class PriceRule
{
    private const WHOLE = 10000;

    /**
     * @param string $currency of the costs; a cost in another one has no price
     * @param int $share in hundredths of a percent: 3000 is 30 %
     * @param int $added in hundredths of the account's currency
     */
    public function __construct(
        private readonly string $currency,
        private readonly int $share,
        private readonly int $added,
        private readonly Ending $ending,
    ) {
    }

    public function price(Money $cost, Rate $rate): ?Money
    {
        if ($cost->minor <= 0 || $cost->currency !== $this->currency) {
            return null;
        }
        $with = self::up(($cost->minor + $this->added) * (self::WHOLE + $this->share), self::WHOLE);
        return new Money($this->ending->after($rate->convert($with)), $rate->currency);
    }

    /** The quotient, rounded up. */
    public static function up(int $number, int $by): int
    {
        return intdiv($number + $by - 1, $by);
    }
}
