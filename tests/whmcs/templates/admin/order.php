<?php

/**
 * One order.
 *
 * @var object $order @var object $client @var list<object> $items @var ?object $invoice
 */

namespace Standin\Admin;

?>
<table class="form">
<?= row('Client', '<a href="clientssummary.php?userid=' . $client->id . '">' . e("$client->firstname $client->lastname") . '</a>') ?>
<?= row('Date', e($order->date)) ?>
<?= row('Status', status($order->status)) ?>
<?= row('Invoice #', $invoice === null ? 'No Invoice' : '<a href="invoices.php?action=edit&amp;id=' . $invoice->id . '">' . $invoice->id . '</a> ' . status($invoice->status)) ?>
</table>
<h2>Order Items</h2>
<table class="datatable" id="orderItems">
  <tr><th>Item</th><th>Description</th><th>Billing Cycle</th><th>Amount</th><th>Status</th></tr>
<?php foreach ($items as $item) : ?>
  <tr><td><a href="clientsservices.php?userid=<?= $item->userid ?>&amp;id=<?= $item->id ?>">Product/Service</a></td><td><?= e($item->name) ?></td>
    <td><?= e($item->billingcycle) ?></td><td><?= money($item->firstpaymentamount) ?></td><td><?= status($item->domainstatus) ?></td></tr>
<?php endforeach ?>
</table>
<?php if ($order->status === 'Pending') : ?>
<div class="btn-container">
  <form method="post" action="orders.php?action=accept&amp;id=<?= $order->id ?>" style="display:inline"><?= token() ?><button type="submit" class="btn btn-success" id="btnAcceptOrder">Accept Order</button></form>
  <form method="post" action="orders.php?action=cancel&amp;id=<?= $order->id ?>" style="display:inline"><?= token() ?><button type="submit" class="btn" id="btnCancelOrder">Cancel Order</button></form>
</div>
<?php endif ?>
