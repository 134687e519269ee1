<?php

/**
 * A line of an invoice that bills a further period of a service.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class RenewalLine
{
    /**
     * @param string $name the invoice's number and the line's: merging brings several lines of a service together
     * @param string|null $begins the first day of the period, Y-m-d; null when WHMCS does not tell
     */
    public function __construct(
        public readonly int $id,
        public readonly int $invoiceId,
        public readonly string $name,
        public readonly ?string $begins,
    ) {
    }
}
