<?php

/**
 * Invoices: made once, paid once. Paying one moves the services it is for.
 */

declare(strict_types=1);

namespace Standin\Billing;

use Standin\Clock;
use Standin\Hooks;
use Standin\Log;
use Standin\Mail;
use WHMCS\Database\Capsule;

final class Invoices
{
    /** @return array<string, mixed> an invoice line for a service */
    public static function hostingLine(int $serviceId, string $description, float $amount, string $dueDate): array
    {
        return ['type' => 'Hosting', 'relid' => $serviceId, 'description' => $description, 'amount' => $amount, 'duedate' => $dueDate];
    }

    /** @param list<array<string, mixed>> $lines */
    public static function create(int $clientId, array $lines, string $dueDate, string $gateway): int
    {
        $total = array_sum(array_column($lines, 'amount'));
        $invoiceId = (int) Capsule::table('tblinvoices')->insertGetId([
            'userid' => $clientId,
            'date' => Clock::today(),
            'duedate' => $dueDate,
            'subtotal' => $total,
            'total' => $total,
            'paymentmethod' => $gateway,
            'notes' => '',
            'created_at' => Clock::now(),
            'updated_at' => Clock::now(),
        ]);
        foreach ($lines as $line) {
            $line += ['invoiceid' => $invoiceId, 'userid' => $clientId, 'paymentmethod' => $gateway, 'notes' => ''];
            $line['description'] .= self::shownFields((int) $line['relid']);
            Capsule::table('tblinvoiceitems')->insert($line);
        }
        $vars = ['source' => 'autogen', 'user' => 'system', 'invoiceid' => $invoiceId, 'status' => 'Unpaid'];
        Hooks::run('InvoiceCreation', $vars);
        Hooks::run('InvoiceCreated', $vars);
        Mail::invoice('Invoice Created', $invoiceId);
        return $invoiceId;
    }

    /** @return bool false when the invoice was not waiting for payment, so that a second click changes nothing */
    public static function pay(int $invoiceId, string $gateway, string $transactionId): bool
    {
        $paid = Capsule::table('tblinvoices')->where(['id' => $invoiceId, 'status' => 'Unpaid'])
            ->update(['status' => 'Paid', 'datepaid' => Clock::now(), 'updated_at' => Clock::now()]);
        if ($paid === 0) {
            return false;
        }
        $invoice = Capsule::table('tblinvoices')->find($invoiceId);
        Capsule::table('tblaccounts')->insert([
            'userid' => $invoice->userid,
            'gateway' => $gateway,
            'date' => Clock::now(),
            'description' => 'Invoice Payment',
            'amountin' => $invoice->total,
            'transid' => $transactionId,
            'invoiceid' => $invoiceId,
        ]);
        Log::activity("Invoice Marked Paid - Invoice ID: $invoiceId", (int) $invoice->userid);
        Hooks::run('InvoicePaidPreEmail', ['invoiceid' => $invoiceId, 'invoice' => null]);
        Mail::invoice('Invoice Payment Confirmation', $invoiceId);
        self::provide($invoiceId);
        Hooks::run('InvoicePaid', ['invoiceid' => $invoiceId, 'invoice' => \WHMCS\Billing\Invoice::find($invoiceId)]);
        return true;
    }

    private static function provide(int $invoiceId): void
    {
        $serviceIds = Capsule::table('tblinvoiceitems')->where(['invoiceid' => $invoiceId, 'type' => 'Hosting'])->pluck('relid')->all();
        $order = Capsule::table('tblorders')->where('invoiceid', $invoiceId)->first();
        if ($order !== null) {
            Hooks::run('OrderPaid', ['orderId' => $order->id, 'userId' => $order->userid, 'invoiceId' => $invoiceId]);
            array_map(Renewals::begin(...), $serviceIds);
            Checkout::setUp($serviceIds, 'payment');
            return;
        }
        foreach ($serviceIds as $serviceId) {
            Renewals::paid((int) $serviceId);
        }
    }

    /** Custom fields marked "Show on Invoice" stand under the line. */
    private static function shownFields(int $serviceId): string
    {
        $fields = Capsule::table('tblcustomfields')
            ->join('tblcustomfieldsvalues', 'tblcustomfieldsvalues.fieldid', '=', 'tblcustomfields.id')
            ->where(['tblcustomfields.type' => 'product', 'showinvoice' => 'on', 'tblcustomfieldsvalues.relid' => $serviceId])
            ->get(['fieldname', 'value']);
        $text = '';
        foreach ($fields as $field) {
            $text .= "\n" . \Standin\CustomFields::friendlyName($field) . ': ' . $field->value;
        }
        return $text;
    }
}
