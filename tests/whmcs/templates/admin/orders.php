<?php

/**
 * The list of orders.
 *
 * @var list<object> $orders @var array<int, string> $paid
 */

namespace Standin\Admin;

?>
<table class="datatable" id="orderList">
  <tr><th>ID</th><th>Order #</th><th>Date</th><th>Client Name</th><th>Payment Method</th><th>Total</th><th>Payment Status</th><th>Status</th></tr>
<?php foreach ($orders as $order) : ?>
  <tr><td><a href="orders.php?action=view&amp;id=<?= $order->id ?>"><?= $order->id ?></a></td><td><a href="orders.php?action=view&amp;id=<?= $order->id ?>"><?= e($order->ordernum) ?></a></td>
    <td><?= e($order->date) ?></td><td><a href="clientssummary.php?userid=<?= $order->userid ?>"><?= e("$order->firstname $order->lastname") ?></a></td>
    <td><?= e($order->paymentmethod) ?></td><td><?= money($order->amount) ?></td><td><?= e($paid[$order->invoiceid] ?? 'No Invoice') ?></td><td><?= status($order->status) ?></td></tr>
<?php endforeach ?>
<?php if ($orders === []) : ?>
  <tr><td colspan="8" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
