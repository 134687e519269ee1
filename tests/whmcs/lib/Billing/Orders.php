<?php

/**
 * What becomes of an order after it was placed.
 */

declare(strict_types=1);

namespace Standin\Billing;

use Standin\Hooks;
use Standin\Log;
use WHMCS\Database\Capsule;

final class Orders
{
    /** Staff accept a pending order; services that wait for this are created. */
    public static function accept(int $orderId): void
    {
        $accepted = Capsule::table('tblorders')->where(['id' => $orderId, 'status' => 'Pending'])->update(['status' => 'Active']);
        if ($accepted === 0) {
            return;
        }
        Hooks::run('AcceptOrder', ['orderid' => $orderId]);
        Log::activity("Order Accepted - Order ID: $orderId");
        Checkout::setUp(self::serviceIds($orderId), 'on');
    }

    public static function cancel(int $orderId): void
    {
        Capsule::table('tblorders')->where('id', $orderId)->update(['status' => 'Cancelled']);
        Capsule::table('tblhosting')->where(['orderid' => $orderId, 'domainstatus' => 'Pending'])->update(['domainstatus' => 'Cancelled']);
        Log::activity("Order Cancelled - Order ID: $orderId");
    }

    /** @return list<int> */
    public static function serviceIds(int $orderId): array
    {
        return Capsule::table('tblhosting')->where('orderid', $orderId)->orderBy('id')->pluck('id')->all();
    }
}
