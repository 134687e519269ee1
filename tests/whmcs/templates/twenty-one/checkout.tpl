{* Checkout: the client is known, the payment method is the demo gateway. *}
{if $complaints}
    <div class="alert alert-danger" id="checkoutErrors"><ul>{foreach $complaints as $complaint}<li>{$complaint|print}</li>{/foreach}</ul></div>
{/if}
{include file='cartlines.tpl'}
<form method="post" action="{$WEB_ROOT}/cart.php?a=checkout" id="frmCheckout" class="card">
    {$tokenInput}
    <p>{$clientsdetails.firstname|print} {$clientsdetails.lastname|print} · {$clientsdetails.email|print}</p>
    <p><label><input type="radio" name="paymentmethod" value="mailin" checked> Demo payment</label></p>
    <button type="submit" id="btnCompleteOrder" class="btn btn-primary">Complete Order</button>
</form>
