<?php

/**
 * Orders: the list, and one order with its items.
 */

declare(strict_types=1);

use Standin\Admin\Page;
use Standin\Admin\Staff;
use Standin\Billing\Orders;
use Standin\Request;
use WHMCS\Database\Capsule;

Staff::require('View Orders');
$id = Request::int('id');
if (Request::isPost()) {
    Staff::require('View Order Details');
    match (Request::text('action')) {
        'accept' => Orders::accept($id),
        'cancel' => Orders::cancel($id),
    };
    Page::notice('Order Status Changed');
    Request::redirect("orders.php?action=view&id=$id");
}
if (Request::text('action') === 'view') {
    $order = Capsule::table('tblorders')->find($id) ?? throw new OutOfBoundsException("There is no order $id");
    Page::show("Order #$order->ordernum", 'order', [
        'order' => $order,
        'client' => Capsule::table('tblclients')->find($order->userid),
        'items' => Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('orderid', $id)->orderBy('tblhosting.id')->get(['tblhosting.*', 'tblproducts.name'])->all(),
        'invoice' => Capsule::table('tblinvoices')->find($order->invoiceid),
    ]);
}
$orders = Capsule::table('tblorders')->join('tblclients', 'tblclients.id', '=', 'tblorders.userid')->orderByDesc('tblorders.id');
if (Request::text('status') !== '') {
    $orders->where('tblorders.status', Request::text('status'));
}
Page::show('List All Orders', 'orders', [
    'orders' => $orders->get(['tblorders.*', 'firstname', 'lastname'])->all(),
    'paid' => Capsule::table('tblinvoices')->pluck('status', 'id')->all(),
]);
