<?php

/**
 * A product that uses this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class ProductRecord
{
    /**
     * @param int $serverGroup 0 is "None": the default server
     * @param string $payType `free`, `onetime` or `recurring`
     * @param list<string> $cycles the billing cycles with a price in any currency, as tblhosting names them
     */
    public function __construct(
        public readonly int $id,
        public readonly string $name,
        public readonly ModuleSettings $settings,
        public readonly int $serverGroup,
        public readonly string $payType,
        public readonly array $cycles,
    ) {
    }
}
