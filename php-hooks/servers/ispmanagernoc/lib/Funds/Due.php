<?php

/**
 * What falls due in an account on one day.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Funds;

use IspmanagerNoc\Account\Money;

final class Due
{
    /**
     * @param string $day Y-m-d
     * @param int $services how many
     * @param int $unknown how many of them have no known cost: they are not in the sum
     */
    public function __construct(
        public readonly string $day,
        public readonly int $services,
        public readonly Money $cost,
        public readonly int $unknown,
    ) {
    }
}
