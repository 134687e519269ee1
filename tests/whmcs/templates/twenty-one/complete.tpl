{* The order is placed. *}
<div class="card" id="orderConfirmation">
    <p>Thank you for your order. Your Order Number is: <strong id="orderNumber">{$order->ordernum}</strong></p>
    {if $order->invoiceid}<p><a class="btn btn-primary" id="btnViewInvoice" href="{$WEB_ROOT}/viewinvoice.php?id={$order->invoiceid}">View Invoice</a></p>{/if}
    <p><a href="{$WEB_ROOT}/clientarea.php?action=services" id="btnContinue">Continue To Client Area</a></p>
</div>
