<?php

/**
 * Which paid invoice a renewal is for, and for how long. Each pays for one renewal, the oldest first; the first order's belongs to the order, and so do
 * those that were paid before the order was placed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Whmcs\Database;
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

    /** Remembers the periods for which an invoice is raised, before anybody can change a billing cycle. */
    public function raised(int $invoiceId): void
    {
        foreach ($this->app->invoices()->cycles($invoiceId) as $serviceId => $cycle) {
            $months = Period::monthsOf($cycle);
            if ($months !== null) {
                Database::own('invoiced_periods')
                    ->insertOrIgnore(['invoice_id' => $invoiceId, 'service_id' => $serviceId, 'months' => $months]);
            }
        }
    }

    /**
     * What was paid for is renewed, whatever the billing cycle is by now.
     *
     * @param int|null $invoiceId null for a renewal that a person wants without one
     */
    public function months(ServiceRecord $service, ?int $invoiceId): int
    {
        (new Preflight($this->app))->single($service);
        $months = Database::own('invoiced_periods')
            ->where(['invoice_id' => (int) $invoiceId, 'service_id' => $service->id])
            ->value('months');
        return $months === null ? (new Preflight($this->app))->period($service) : (int) $months;
    }

    private function isDone(ServiceRecord $service, int $invoiceId): bool
    {
        $key = Operation::renewForInvoiceKey($service->id, $invoiceId);
        return $this->app->journal()->find($key)?->state === State::Done;
    }
}
