<?php

/**
 * Which paid invoices stand behind a service. The invoice of its first order pays for the order and never for a renewal.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class Invoices
{
    /** @return list<int> the invoices' ids, the oldest payment first */
    public function paidRenewals(ServiceRecord $service): array
    {
        $first = (int) Capsule::table('tblorders')->where('id', $service->orderId)->value('invoiceid');
        $paid = Capsule::table('tblinvoiceitems')
            ->join('tblinvoices', 'tblinvoices.id', '=', 'tblinvoiceitems.invoiceid')
            ->where(['tblinvoiceitems.type' => 'Hosting', 'tblinvoiceitems.relid' => $service->id, 'tblinvoices.status' => 'Paid'])
            ->where('tblinvoices.id', '<>', $first)
            ->orderBy('tblinvoices.datepaid')
            ->orderBy('tblinvoices.id')
            ->distinct()
            ->get(['tblinvoices.id', 'tblinvoices.datepaid']);
        return array_map(intval(...), $paid->pluck('id')->all());
    }
}
