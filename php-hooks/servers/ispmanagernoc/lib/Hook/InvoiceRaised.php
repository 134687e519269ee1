<?php

/**
 * InvoiceCreation: remembers for which period a service is billed. Its billing cycle may be another one when the invoice is paid.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Step\Renewals;

final class InvoiceRaised
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        (new Renewals(App::get()))->raised((int) ($vars['invoiceid'] ?? 0));
    }
}
