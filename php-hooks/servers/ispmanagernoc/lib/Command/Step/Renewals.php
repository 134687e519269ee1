<?php

/**
 * Which paid invoice a renewal is for. Each pays for one renewal, the oldest first; the first order's belongs to the order, and so do
 * those that were paid before the order was placed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Renewals
{
    public function __construct(private readonly App $app)
    {
    }

    /** The invoice whose renewal has not been done yet. */
    public function due(ServiceRecord $service): ?int
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        $order = $this->app->journal()->doneOf($service->id, Operation::Create)[0] ?? null;
        // An order that the journal did not see may have been renewed for its older invoices by other means.
        $candidates = $order === null ? array_slice($paid, -1) : array_diff($paid, (array) ($order->facts['paid_before'] ?? []));
        foreach ($candidates as $invoiceId) {
            if (!$this->isDone($service, $invoiceId)) {
                return $invoiceId;
            }
        }
        return null;
    }

    /** Whether the newest paid invoice has had its renewal. */
    public function isUpToDate(ServiceRecord $service): bool
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        return $paid !== [] && $this->isDone($service, $paid[count($paid) - 1]);
    }

    private function isDone(ServiceRecord $service, int $invoiceId): bool
    {
        $key = Operation::renewForInvoiceKey($service->id, $invoiceId);
        return $this->app->journal()->find($key)?->state === State::Done;
    }
}
