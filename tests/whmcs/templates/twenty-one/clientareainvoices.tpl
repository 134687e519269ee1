{* My Invoices. *}
<table id="tableInvoicesList" class="table">
    <thead><tr><th>Invoice #</th><th>Invoice Date</th><th>Due Date</th><th>Total</th><th>Status</th></tr></thead>
    <tbody>
        {foreach $invoices as $invoice}
            <tr data-invoice="{$invoice->id}">
                <td><a href="{$WEB_ROOT}/viewinvoice.php?id={$invoice->id}">{$invoice->id}</a></td>
                <td>{$invoice->date}</td><td>{$invoice->duedate}</td><td>{$invoice->total|string_format:"%.2f"}</td>
                <td><span class="label status status-{$invoice->status|lower}">{$invoice->status}</span></td>
            </tr>
        {foreachelse}
            <tr><td colspan="5">No Records Found</td></tr>
        {/foreach}
    </tbody>
</table>
