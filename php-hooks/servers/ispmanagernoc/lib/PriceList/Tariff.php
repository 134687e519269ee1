<?php

/**
 * One tariff of the account as its price list names it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\PriceList;

use IspmanagerNoc\Account\Money;

final class Tariff
{
    /** @param array<int, Money> $prices by months, shortest first */
    public function __construct(
        public readonly int $id,
        public readonly string $name,
        public readonly Kind $kind,
        public readonly array $prices,
    ) {
    }

    /**
     * @param array<array-key, self> $tariffs
     * @return list<int> months that any of them is sold for, shortest first; WHMCS may have no billing cycle of that length
     */
    public static function periods(array $tariffs): array
    {
        $periods = array_keys(array_replace([], ...array_map(static fn (self $tariff): array => $tariff->prices, array_values($tariffs))));
        sort($periods);
        return $periods;
    }

    /** Null when the tariff is not sold for this period. */
    public function cost(int $months): ?Money
    {
        return $this->prices[$months] ?? null;
    }
}
