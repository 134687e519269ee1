<?php

/**
 * A table of invoices.
 *
 * @var list<object> $invoices
 */

namespace Standin\Admin;

?>
<table class="datatable" id="invoiceList">
  <tr><th>Invoice #</th><th>Invoice Date</th><th>Due Date</th><th>Date Paid</th><th>Total</th><th>Status</th></tr>
<?php foreach ($invoices as $invoice) : ?>
  <tr><td><a href="invoices.php?action=edit&amp;id=<?= $invoice->id ?>"><?= $invoice->id ?></a></td><td><?= e($invoice->date) ?></td>
    <td><?= e($invoice->duedate) ?></td><td><?= e($invoice->datepaid) ?></td><td><?= money($invoice->total) ?></td><td><?= status($invoice->status) ?></td></tr>
<?php endforeach ?>
<?php if ($invoices === []) : ?>
  <tr><td colspan="6" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
