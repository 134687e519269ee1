<?php

/**
 * What a client sees of and does with their own services and invoices.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Automation\Cancellations;
use Standin\Billing\Renewals;
use Standin\Request;
use WHMCS\Database\Capsule;

final class Actions
{
    /** @return array<string, mixed> */
    public static function overview(object $client): array
    {
        return [
            'services' => self::services($client),
            'unpaid' => Capsule::table('tblinvoices')->where(['userid' => $client->id, 'status' => 'Unpaid'])->count(),
        ];
    }

    /** @return list<object> */
    public static function services(object $client): array
    {
        return Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('userid', $client->id)->orderByDesc('tblhosting.id')->get(['tblhosting.*', 'tblproducts.name'])->all();
    }

    /** @return list<object> */
    public static function invoices(object $client): array
    {
        return Capsule::table('tblinvoices')->where('userid', $client->id)->orderByDesc('id')->get()->all();
    }

    /** An early renewal ends in an invoice, as every renewal does. */
    public static function renew(object $service): never
    {
        check_token();
        if (!Request::isPost() || !Renewals::mayRenewNow($service)) {
            Page::notice('This service cannot be renewed now', 'danger');
            Request::redirect("clientarea.php?action=productdetails&id=$service->id");
        }
        Request::redirect('viewinvoice.php?id=' . Renewals::invoice($service));
    }

    /** Shows the form of a cancellation request, or takes it. */
    public static function cancel(object $service): never
    {
        if (!Request::isPost()) {
            Page::show('Request Cancellation', 'clientareacancelrequest', ['id' => $service->id, 'types' => Cancellations::TYPES]);
        }
        check_token();
        if (Cancellations::request($service, Request::text('type'), Request::text('cancellationreason'))) {
            Page::notice('Your cancellation request has been received');
        }
        Request::redirect("clientarea.php?action=productdetails&id=$service->id");
    }
}
