<?php

/**
 * A table of services.
 *
 * @var list<object> $services rows of tblhosting with the product's name
 */

namespace Standin\Admin;

?>
<table class="datatable" id="serviceList">
  <tr><th>ID</th><th>Product/Service</th><th>Amount</th><th>Billing Cycle</th><th>Next Due Date</th><th>Status</th></tr>
<?php foreach ($services as $service) : ?>
<?php $link = "clientsservices.php?userid=$service->userid&amp;id=$service->id" ?>
  <tr><td><a href="<?= $link ?>"><?= $service->id ?></a></td><td><a href="<?= $link ?>"><?= e($service->name) ?></a></td><td><?= money($service->amount) ?></td>
    <td><?= e($service->billingcycle) ?></td><td><?= e($service->nextduedate) ?></td><td><?= status($service->domainstatus) ?></td></tr>
<?php endforeach ?>
<?php if ($services === []) : ?>
  <tr><td colspan="6" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
