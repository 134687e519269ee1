<?php

/**
 * The admin home page.
 *
 * @var int $pendingOrders @var int $activeServices @var int $unpaidInvoices @var int $queue @var list<object> $activity
 */

namespace Standin\Admin;

?>
<div class="blocks">
  <a class="block" href="orders.php?status=Pending"><b><?= $pendingOrders ?></b>Pending Orders</a>
  <a class="block" href="services.php"><b><?= $activeServices ?></b>Active Services</a>
  <a class="block" href="invoices.php?status=Unpaid"><b><?= $unpaidInvoices ?></b>Unpaid Invoices</a>
  <a class="block" href="modulequeue.php"><b><?= $queue ?></b>Module Queue</a>
</div>
<h2>Activity</h2>
<?= Page::view('activity_table', ['entries' => $activity]) ?>
