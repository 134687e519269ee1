<?php

/**
 * A line of an invoice that bills a further period of a service.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class RenewalLine
{
    /**
     * @param string $name the invoice's number; for a further line of the service in the same invoice, as merging makes them, with the
     *     line's own number behind it
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
