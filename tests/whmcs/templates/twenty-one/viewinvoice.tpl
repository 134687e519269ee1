{* One invoice with the demo gateway's button. *}
<div class="card" id="invoice">
    <p><span class="label status status-{$invoice->status|lower}" id="invoiceStatus">{$invoice->status}</span> Due Date: {$invoice->duedate}</p>
    <table class="table">
        <thead><tr><th>Description</th><th>Amount</th></tr></thead>
        <tbody>
            {foreach $lines as $line}<tr><td>{$line.text|print|nl2br}</td><td>{$line.amount}</td></tr>{/foreach}
            <tr><td><strong>Total</strong></td><td><strong id="invoiceTotal">{$total}</strong></td></tr>
        </tbody>
    </table>
    {if $invoice->status == 'Unpaid'}
        <form method="post" action="{$WEB_ROOT}/viewinvoice.php?id={$invoice->id}" id="frmPayment">{$tokenInput}
            <button type="submit" class="btn btn-primary" id="btnPayNow">Pay now</button></form>
    {/if}
    <p><a href="{$WEB_ROOT}/clientarea.php?action=services">Back to Client Area</a></p>
</div>
