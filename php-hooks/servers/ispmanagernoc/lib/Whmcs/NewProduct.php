<?php

/**
 * A product that is to be made in WHMCS: of the type Other, paid recurringly, and hidden until it is complete.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Account\Money;

final class NewProduct
{
    /**
     * @param int $groupId the product group
     * @param array<int, array<int, Money>> $prices by WHMCS's id of the currency and by months; what has no price is not sold
     * @param string $setup when WHMCS orders: `order`, `payment`, `on` for accepting the order by hand, or empty for never
     * @param int $serverGroupId 0 for "None"
     */
    public function __construct(
        public readonly string $name,
        public readonly int $tariffId,
        public readonly int $groupId,
        public readonly array $prices,
        public readonly string $setup,
        public readonly int $serverGroupId,
        public readonly bool $isTaxed,
    ) {
    }
}
