<?php

/**
 * The admin home page.
 *
 * @var list<\WHMCS\Module\AbstractWidget> $widgets
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
<div class="home-widgets-container row">
<?php foreach ($widgets as $widget) : ?>
  <div class="dashboard-panel-item col-sm-<?= 4 * $widget->getColumnSize() ?>">
    <div class="panel panel-default" id="panel<?= htmlspecialchars($widget->getId()) ?>" data-widget="<?= htmlspecialchars($widget->getId()) ?>">
      <div class="panel-heading"><h3 class="panel-title"><?= htmlspecialchars($widget->getTitle()) ?></h3></div>
      <div class="panel-body"><?= $widget->render() ?></div>
    </div>
  </div>
<?php endforeach ?>
</div>
<h2>Activity</h2>
<?= Page::view('activity_table', ['entries' => $activity]) ?>
