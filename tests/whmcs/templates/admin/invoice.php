<?php

/**
 * One invoice.
 *
 * @var object $invoice @var object $client @var list<object> $lines @var list<object> $transactions
 */

namespace Standin\Admin;

?>
<p><?= status($invoice->status) ?> <a href="clientssummary.php?userid=<?= $client->id ?>"><?= e("$client->firstname $client->lastname") ?></a> · due <?= e($invoice->duedate) ?></p>
<table class="datatable">
  <tr><th>Description</th><th>Amount</th></tr>
<?php foreach ($lines as $line) : ?>
  <tr><td><?= nl2br(e($line->description)) ?></td><td><?= money($line->amount) ?></td></tr>
<?php endforeach ?>
  <tr><td><b>Total</b></td><td><b id="invoiceTotal"><?= money($invoice->total) ?></b></td></tr>
</table>
<?php if ($invoice->status === 'Unpaid') : ?>
<h2>Add Payment</h2>
<form method="post" action="invoices.php?action=addpayment&amp;id=<?= $invoice->id ?>" id="frmAddPayment">
  <?= token() ?>
  <table class="form">
<?= row('Payment Method', select('gateway', ['mailin' => 'Demo payment'], 'mailin')) ?>
<?= row('Transaction ID', text('transid', '')) ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnAddPayment">Add Payment</button></div>
</form>
<form method="post" action="invoices.php?action=cancel&amp;id=<?= $invoice->id ?>"><?= token() ?><button type="submit" class="btn" id="btnCancelInvoice">Mark Cancelled</button></form>
<?php endif ?>
<h2>Transactions</h2>
<table class="datatable">
  <tr><th>Date</th><th>Gateway</th><th>Transaction ID</th><th>Amount</th></tr>
<?php foreach ($transactions as $transaction) : ?>
  <tr><td><?= e($transaction->date) ?></td><td><?= e($transaction->gateway) ?></td><td><?= e($transaction->transid) ?></td><td><?= money($transaction->amountin) ?></td></tr>
<?php endforeach ?>
</table>
