<?php

/**
 * WHMCS's own pages on which a client goes on with a service: paying what is due, asking for the end.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Database\Capsule;

final class ClientPages
{
    /** The oldest unpaid invoice for the service; null when nothing is due. */
    public function payment(ServiceRecord $service): ?string
    {
        $id = Capsule::table('tblinvoiceitems')
            ->join('tblinvoices', 'tblinvoices.id', '=', 'tblinvoiceitems.invoiceid')
            ->where(['tblinvoiceitems.type' => 'Hosting', 'tblinvoiceitems.relid' => $service->id])
            ->where(['tblinvoices.status' => 'Unpaid', 'tblinvoices.userid' => $service->clientId])
            ->orderBy('tblinvoices.id')
            ->value('tblinvoices.id');
        return $id === null ? null : "viewinvoice.php?id=$id";
    }

    /** Null when the service has ended or its end was asked for already. */
    public function cancellation(ServiceRecord $service): ?string
    {
        $isAlive = in_array($service->status, ['Active', 'Suspended'], true);
        $isAskedFor = $isAlive && Capsule::table('tblcancelrequests')->where('relid', $service->id)->exists();
        return $isAlive && !$isAskedFor ? "clientarea.php?action=cancel&id=$service->id" : null;
    }
}
