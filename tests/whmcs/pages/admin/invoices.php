<?php

/**
 * Billing → Invoices: the list, and one invoice with Add Payment.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Billing\Invoices;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('List Invoices');
$id = Request::int('id');
if (Request::isPost()) {
    Staff::require('Manage Invoice');
    match (Request::text('action')) {
        'addpayment' => Invoices::pay($id, Request::text('gateway', 'mailin'), Request::text('transid')),
        'cancel' => Capsule::table('tblinvoices')->where(['id' => $id, 'status' => 'Unpaid'])->update(['status' => 'Cancelled']),
    };
    Page::notice('Changes Saved Successfully!');
    Request::redirect("invoices.php?action=edit&id=$id");
}
if (Request::text('action') === 'edit') {
    $invoice = Capsule::table('tblinvoices')->find($id) ?? throw new OutOfBoundsException("There is no invoice $id");
    Page::show("Invoice #$id", 'invoice', [
        'invoice' => $invoice,
        'client' => Capsule::table('tblclients')->find($invoice->userid),
        'lines' => Capsule::table('tblinvoiceitems')->where('invoiceid', $id)->orderBy('id')->get()->all(),
        'transactions' => Capsule::table('tblaccounts')->where('invoiceid', $id)->orderBy('id')->get()->all(),
    ]);
}
$invoices = Capsule::table('tblinvoices')->orderByDesc('id');
if (Request::text('status') !== '') {
    $invoices->where('status', Request::text('status'));
}
Page::show('Invoices', 'invoicetable', ['invoices' => $invoices->get()->all()]);
