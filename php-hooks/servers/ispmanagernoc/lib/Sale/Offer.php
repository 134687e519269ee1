<?php

/**
 * A product as it would be put on sale.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\PriceList\Tariff;

final class Offer
{
    /**
     * @param array<int, array<int, Money>> $prices by WHMCS's id of the currency and by months
     * @param array<int, string> $sellers products that sell the tariff already: names by ids
     */
    public function __construct(public readonly Tariff $tariff, public readonly array $prices, public readonly array $sellers)
    {
    }
}
