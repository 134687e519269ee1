{* Review the cart. *}
{include file='cartlines.tpl'}
<p>{if $lines}<a href="{$WEB_ROOT}/cart.php?a=checkout" class="btn btn-primary" id="checkout">Checkout</a>{/if}
    <a href="{$WEB_ROOT}/cart.php" class="btn" id="continueShopping">Continue Shopping</a></p>
