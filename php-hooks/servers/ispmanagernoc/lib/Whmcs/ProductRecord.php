<?php

/**
 * A product that uses this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class ProductRecord
{
    /**
     * @param string $payType `free`, `onetime` or `recurring`
     * @param list<string> $cycles the billing cycles with a price in any currency, as tblhosting names them
     * @param bool $scales whether a quantity above one stays within one service, as against one service for each
     */
    public function __construct(
        public readonly int $id,
        public readonly ModuleSettings $settings,
        public readonly string $payType,
        public readonly array $cycles,
        public readonly bool $scales,
    ) {
    }
}
