<?php

/**
 * A recurring product of this module with its prices.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Account\Money;

final class PricedProduct
{
    /**
     * @param int|null $tariffId null when the setting Product ID is no number
     * @param array<int, array<int, Money>> $prices by WHMCS's id of the currency and by months
     */
    public function __construct(
        public readonly int $id,
        public readonly string $name,
        public readonly ?int $tariffId,
        public readonly array $prices,
    ) {
    }
}
