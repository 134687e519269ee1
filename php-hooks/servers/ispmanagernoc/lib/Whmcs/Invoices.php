<?php

/**
 * Which paid invoices stand behind a service. The invoice of its first order pays for the order and never for a renewal.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

final class Invoices
{
    /** Whatever may still be paid. */
    private const OPEN = ['Unpaid', 'Overdue', 'Draft', 'Payment Pending', 'Collections'];

    /** @return list<RenewalLine> the oldest payment first */
    public function paidRenewals(ServiceRecord $service): array
    {
        $rows = $this->renewals($service)
            ->where('tblinvoices.status', 'Paid')
            ->orderBy('tblinvoices.datepaid')
            ->orderBy('tblinvoices.id')
            ->orderBy('tblinvoiceitems.id')
            ->get(['tblinvoiceitems.id', 'tblinvoiceitems.invoiceid', 'tblinvoiceitems.duedate']);
        $lines = [];
        foreach ($rows as $row) {
            $lines[] = new RenewalLine((int) $row->id, (int) $row->invoiceid, "$row->invoiceid-$row->id", Services::date($row->duedate));
        }
        return $lines;
    }

    /** @return int|null the id of an invoice that waits for its payment */
    public function openRenewal(ServiceRecord $service): ?int
    {
        $open = $this->renewals($service)->whereIn('tblinvoices.status', self::OPEN)->min('tblinvoices.id');
        return $open === null ? null : (int) $open;
    }

    /** @return array<int, string> the billing cycles of the module's services that the invoice is for, by the ids of its lines */
    public function cycles(int $invoiceId): array
    {
        return Capsule::table('tblinvoiceitems')
            ->join('tblhosting', 'tblhosting.id', '=', 'tblinvoiceitems.relid')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where(['tblinvoiceitems.type' => 'Hosting', 'tblinvoiceitems.invoiceid' => $invoiceId])
            ->where('tblproducts.servertype', Module::NAME)
            ->pluck('tblhosting.billingcycle', 'tblinvoiceitems.id')
            ->all();
    }

    /** Without the line that pays for the order itself. */
    private function renewals(ServiceRecord $service): Builder
    {
        $line = ['tblinvoiceitems.type' => 'Hosting', 'tblinvoiceitems.relid' => $service->id];
        $first = (int) Capsule::table('tblorders')->where('id', $service->orderId)->value('invoiceid');
        $ofOrder = (int) Capsule::table('tblinvoiceitems')->where($line)->where('invoiceid', $first)->min('id');
        return Capsule::table('tblinvoiceitems')
            ->join('tblinvoices', 'tblinvoices.id', '=', 'tblinvoiceitems.invoiceid')
            ->where($line)
            ->where('tblinvoiceitems.id', '<>', $ofOrder);
    }
}
