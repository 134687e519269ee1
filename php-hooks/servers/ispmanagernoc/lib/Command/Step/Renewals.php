<?php

/**
 * Which paid line of an invoice a renewal is for, and for how long. Each pays for one renewal, the oldest first. The period that the
 * order itself began belongs to the order, whichever invoice bills it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Command\Step;

use IspmanagerNoc\App;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Whmcs\Database;
use IspmanagerNoc\Whmcs\RenewalLine;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class Renewals
{
    public function __construct(private readonly App $app)
    {
    }

    /** The line whose renewal has not been done yet. */
    public function due(ServiceRecord $service): ?RenewalLine
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        $order = $this->app->journal()->doneOf($service->id, Operation::Create)[0] ?? null;
        // An order that the journal did not see may have been renewed for its older invoices by other means.
        $candidates = $order === null
            ? array_slice($paid, -1)
            : array_filter($paid, static fn (RenewalLine $line): bool => !self::belongsToOrder($line, $order));
        foreach ($candidates as $line) {
            if (!$this->isDone($service, $line)) {
                return $line;
            }
        }
        return null;
    }

    /** Whether the newest paid line has had its renewal, and no line that was billed under this module lacks it. */
    public function isUpToDate(ServiceRecord $service): bool
    {
        $paid = $this->app->invoices()->paidRenewals($service);
        $order = $this->app->journal()->doneOf($service->id, Operation::Create)[0] ?? null;
        $isOpen = fn (RenewalLine $line): bool => $this->raisedFor($line) !== null
            && ($order === null || !self::belongsToOrder($line, $order))
            && !$this->isDone($service, $line);
        return $paid !== [] && $this->isDone($service, $paid[count($paid) - 1]) && array_filter($paid, $isOpen) === [];
    }

    /** Remembers the periods for which an invoice is raised, before anybody can change a billing cycle. */
    public function raised(int $invoiceId): void
    {
        foreach ($this->app->invoices()->cycles($invoiceId) as $line => $cycle) {
            $months = Period::monthsOf($cycle);
            if ($months !== null) {
                Database::own('invoiced_periods')->insertOrIgnore(['item_id' => $line, 'months' => $months]);
            }
        }
    }

    /**
     * What was paid for is renewed, whatever the billing cycle is by now.
     *
     * @param RenewalLine|null $line null for a renewal that a person wants without an invoice
     */
    public function months(ServiceRecord $service, ?RenewalLine $line): int
    {
        $preflight = new Preflight($this->app);
        $preflight->single($service);
        return ($line === null ? null : $this->raisedFor($line)) ?? $preflight->period($service);
    }

    private function raisedFor(RenewalLine $line): ?int
    {
        $months = Database::own('invoiced_periods')->where('item_id', $line->id)->value('months');
        return $months === null ? null : (int) $months;
    }

    /** Of an order that a person linked, everything that was paid before was served by other means. */
    private static function belongsToOrder(RenewalLine $line, Entry $order): bool
    {
        return in_array($line->name, array_map(strval(...), (array) ($order->facts['paid_before'] ?? [])), true)
            || ($line->begins !== null && $line->begins <= gmdate('Y-m-d', $order->createdAt));
    }

    private function isDone(ServiceRecord $service, RenewalLine $line): bool
    {
        $key = Operation::renewForInvoiceKey($service->id, $line->name);
        return $this->app->journal()->find($key)?->state === State::Done;
    }
}
