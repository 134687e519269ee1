<?php

/**
 * The operations that spend money or end a service, and the keys under which each is done at most once.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

enum Operation: string
{
    case Create = 'create';
    case Renew = 'renew';
    case Terminate = 'terminate';
    /** It spends nothing, but must not run beside one that does. */
    case ChangePeriod = 'change-period';
    /** It spends nothing either: the account is told to stop renewing by itself. */
    case StopRenewal = 'stop-renewal';

    /** @param int $number grows only when an order of this service was terminated */
    public static function createKey(int $serviceId, int $number): string
    {
        return "create:$serviceId:$number";
    }

    /** @param string $invoice as RenewalLine names it */
    public static function renewForInvoiceKey(int $serviceId, string $invoice): string
    {
        return "renew:$serviceId:invoice-$invoice";
    }

    /** @param string $expires the end date that a renewal without an invoice moves: from each date there is one */
    public static function renewByHandKey(int $serviceId, string $expires): string
    {
        return "renew:$serviceId:from-$expires";
    }

    /** @param int $number how many changes of this service there were before */
    public static function changePeriodKey(int $serviceId, int $number): string
    {
        return "change-period:$serviceId:$number";
    }

    /** @param string $ending as Endings names it: after a request that was withdrawn, another one is told anew */
    public static function stopRenewalKey(int $serviceId, string $orderId, string $ending): string
    {
        return "stop-renewal:$serviceId:$orderId:$ending";
    }

    public static function terminateKey(int $serviceId, string $orderId): string
    {
        return "terminate:$serviceId:$orderId";
    }
}
