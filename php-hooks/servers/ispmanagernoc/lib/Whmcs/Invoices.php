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

    /** @return list<int> the invoices' ids, the oldest payment first */
    public function paidRenewals(ServiceRecord $service): array
    {
        return self::ids($this->renewals($service)->where('tblinvoices.status', 'Paid')->orderBy('tblinvoices.datepaid'));
    }

    /** @return list<int> the ids of invoices that wait for their payment */
    public function openRenewals(ServiceRecord $service): array
    {
        return self::ids($this->renewals($service)->whereIn('tblinvoices.status', self::OPEN));
    }

    /** @return array<int, string> the billing cycles of the module's services that the invoice is for, by the services' ids */
    public function cycles(int $invoiceId): array
    {
        return Capsule::table('tblinvoiceitems')
            ->join('tblhosting', 'tblhosting.id', '=', 'tblinvoiceitems.relid')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where(['tblinvoiceitems.type' => 'Hosting', 'tblinvoiceitems.invoiceid' => $invoiceId])
            ->where('tblproducts.servertype', Module::NAME)
            ->pluck('tblhosting.billingcycle', 'tblhosting.id')
            ->all();
    }

    private function renewals(ServiceRecord $service): Builder
    {
        $first = (int) Capsule::table('tblorders')->where('id', $service->orderId)->value('invoiceid');
        return Capsule::table('tblinvoiceitems')
            ->join('tblinvoices', 'tblinvoices.id', '=', 'tblinvoiceitems.invoiceid')
            ->where(['tblinvoiceitems.type' => 'Hosting', 'tblinvoiceitems.relid' => $service->id])
            ->where('tblinvoices.id', '<>', $first);
    }

    /** @return list<int> */
    private static function ids(Builder $rows): array
    {
        $found = $rows->orderBy('tblinvoices.id')->distinct()->get(['tblinvoices.id', 'tblinvoices.datepaid']);
        return array_map(intval(...), $found->pluck('id')->all());
    }
}
