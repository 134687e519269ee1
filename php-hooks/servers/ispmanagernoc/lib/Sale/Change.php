<?php

/**
 * One price of a product that another one is to take the place of.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Whmcs\PricedProduct;

final class Change
{
    public function __construct(
        public readonly PricedProduct $product,
        public readonly int $currencyId,
        public readonly int $months,
        public readonly Money $from,
        public readonly Money $to,
    ) {
    }

    /** By it the form tells which change, from which price to which, somebody has seen. */
    public function mark(): string
    {
        return "{$this->product->id}:$this->currencyId:$this->months:{$this->from->minor}:{$this->to->minor}";
    }
}
