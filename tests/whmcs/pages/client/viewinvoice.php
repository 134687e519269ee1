<?php

/**
 * One invoice of the client, with the demo gateway's Pay Now.
 */

declare(strict_types=1);

use Standin\Billing\Invoices;
use Standin\Billing\Pricing;
use Standin\Client\Page;
use Standin\Client\Visitor;
use Standin\Request;
use WHMCS\Database\Capsule;

$client = Visitor::require();
$id = Request::int('id');
if (Request::isPost()) {
    check_token();
    $isOwn = Capsule::table('tblinvoices')->where(['id' => $id, 'userid' => $client->id])->exists();
    if ($isOwn && Invoices::pay($id, 'mailin', 'DEMO' . bin2hex(random_bytes(4)))) {
        Page::notice('Thank you! Your payment was successful.');
    }
    Request::redirect("viewinvoice.php?id=$id");
}
$invoice = Capsule::table('tblinvoices')->where(['id' => $id, 'userid' => $client->id])->first();
if ($invoice === null) {
    Request::redirect('clientarea.php?action=invoices');
}
$currency = Visitor::currency();
Page::show("Invoice #$id", 'viewinvoice', [
    'invoice' => $invoice,
    'total' => Pricing::format($invoice->total, $currency),
    'lines' => Capsule::table('tblinvoiceitems')->where('invoiceid', $id)->orderBy('id')->get()
        ->map(static fn (object $line) => ['text' => $line->description, 'amount' => Pricing::format($line->amount, $currency), 'service' => $line->relid])->all(),
]);
