<?php

/**
 * A product that uses this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Account\Money;

final class ProductRecord
{
    /**
     * @param string $payType `free`, `onetime` or `recurring`
     * @param array<string, list<Money>> $prices those of each billing cycle that has one in any currency; cycles as tblhosting names them
     * @param bool $scales whether a quantity above one stays within one service, as against one service for each
     */
    public function __construct(
        public readonly int $id,
        public readonly ModuleSettings $settings,
        public readonly string $payType,
        public readonly array $prices,
        public readonly bool $scales,
    ) {
    }
}
