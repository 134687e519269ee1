<?php

/**
 * What a person saw in the panel and said yes to. A renewal that WHMCS asks for by itself has none.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command;

use IspmanagerNoc\Account\Money;

final class Confirmation
{
    /**
     * @param Money|null $cost null when it could not be known and the person agreed to that
     * @param string|null $expires the end date in the account, Y-m-d; null when the page did not have it
     * @param string|null $name of one deliberate renewal without a new invoice
     */
    public function __construct(
        public readonly ?Money $cost,
        public readonly ?string $expires = null,
        public readonly ?string $name = null,
    ) {
    }
}
