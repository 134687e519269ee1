<?php

/**
 * A paid invoice, as far as renewals ask for it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class PaidInvoice
{
    /** @param string $paidAt in WHMCS's own time zone, Y-m-d H:i:s */
    public function __construct(public readonly int $id, public readonly string $paidAt)
    {
    }
}
