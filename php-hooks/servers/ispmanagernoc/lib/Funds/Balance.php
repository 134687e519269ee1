<?php

/**
 * What an account held when it was last asked.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Funds;

use IspmanagerNoc\Account\Money;

final class Balance
{
    /** @param int $askedAt seconds since 1970 */
    public function __construct(public readonly Money $money, public readonly int $askedAt)
    {
    }
}
