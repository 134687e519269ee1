<?php

/**
 * Turns a cart into an order with its services and its invoice, and starts the automation that belongs to an order.
 */

declare(strict_types=1);

namespace Standin\Billing;

use Standin\Clock;
use Standin\CustomFields;
use Standin\Hooks;
use Standin\Log;
use Standin\Module\Command;
use Standin\ServerChoice;
use WHMCS\Database\Capsule;

final class Checkout
{
    /**
     * @param list<CartItem> $items
     * @return int the order's id
     */
    public static function place(int $clientId, array $items, string $gateway, string $address): int
    {
        $orderId = (int) Capsule::table('tblorders')->insertGetId([
            'ordernum' => (string) random_int(1_000_000_000, 9_999_999_999),
            'userid' => $clientId,
            'date' => Clock::now(),
            'paymentmethod' => $gateway,
            'ipaddress' => $address,
            'notes' => '',
        ]);
        $currencyId = (int) Capsule::table('tblclients')->where('id', $clientId)->value('currency');
        $lines = [];
        foreach ($items as $item) {
            $lines = array_merge($lines, self::services($orderId, $clientId, $item, $currencyId, $gateway));
        }
        $total = array_sum(array_column($lines, 'amount'));
        $invoiceId = $total > 0 ? Invoices::create($clientId, $lines, Clock::today(), $gateway) : 0;
        Capsule::table('tblorders')->where('id', $orderId)->update(['amount' => $total, 'invoiceid' => $invoiceId]);
        $serviceIds = array_column($lines, 'relid');
        Log::activity("New Order Placed - Order ID: $orderId", $clientId);
        Hooks::run('AfterShoppingCartCheckout', [
            'OrderID' => $orderId,
            'ServiceIDs' => $serviceIds,
            'InvoiceID' => $invoiceId,
            'PaymentMethod' => $gateway,
        ]);
        self::setUp($serviceIds, 'order');
        if ($invoiceId === 0) {
            self::setUp($serviceIds, 'payment');
        }
        return $orderId;
    }

    /** Creates those services that wait for this moment: `order`, `payment` or `on` (accepted by staff). */
    public static function setUp(array $serviceIds, string $moment): void
    {
        foreach ($serviceIds as $serviceId) {
            $waiting = Capsule::table('tblhosting')
                ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
                ->where(['tblhosting.id' => $serviceId, 'domainstatus' => 'Pending', 'autosetup' => $moment])
                ->where('servertype', '!=', '')
                ->exists();
            if ($waiting) {
                Command::automated('Create', (int) $serviceId);
            }
        }
    }

    /** @return list<array<string, mixed>> the invoice lines of the new services */
    private static function services(int $orderId, int $clientId, CartItem $item, int $currencyId, string $gateway): array
    {
        $product = $item->product();
        $terms = $item->terms($currencyId);
        $pieces = $item->isScaling() ? [$item->quantity] : array_fill(0, $item->quantity, 1);
        $lines = [];
        foreach ($pieces as $quantity) {
            $first = $item->firstPayment($currencyId) * $quantity;
            $serviceId = self::service($orderId, $clientId, $product, $terms, $quantity, $first, $gateway);
            foreach ($item->customFields as $fieldId => $value) {
                CustomFields::save($fieldId, $serviceId, $value);
            }
            ServerChoice::assign($serviceId);
            $lines[] = Invoices::hostingLine($serviceId, $product->name, $first, Clock::today());
        }
        if ($product->stockcontrol) {
            Capsule::table('tblproducts')->where('id', $product->id)->decrement('qty', count($pieces));
        }
        return $lines;
    }

    private static function service(
        int $orderId,
        int $clientId,
        object $product,
        array $terms,
        int $quantity,
        float $first,
        string $gateway
    ): int {
        $today = Clock::today();
        // The due date stands at the day of the order until the first invoice is paid.
        $next = $terms['cycle']->months() > 0 ? $today : '0000-00-00';
        return (int) Capsule::table('tblhosting')->insertGetId([
            'userid' => $clientId,
            'orderid' => $orderId,
            'packageid' => $product->id,
            'regdate' => $today,
            'paymentmethod' => $gateway,
            'qty' => $quantity,
            'firstpaymentamount' => $first,
            'amount' => $terms['cycle']->months() > 0 ? $terms['price'] * $quantity : 0,
            'billingcycle' => $terms['cycle']->value,
            'nextduedate' => $next,
            'nextinvoicedate' => $next,
            'password' => encrypt(bin2hex(random_bytes(6))),
            'notes' => '',
            'suspendreason' => '',
            'assignedips' => '',
        ]);
    }
}
