{* The lines of the cart. *}
<table class="table" id="cartItems">
    <thead><tr><th>Product/Options</th><th>Qty</th><th>Price/Cycle</th><th></th></tr></thead>
    <tbody>
        {foreach $lines as $line}
            <tr><td>{$line.name|print}</td><td>{$line.quantity}</td><td>{$line.amount} {$line.cycle}</td>
                <td><a href="{$WEB_ROOT}/cart.php?a=confproduct&amp;i={$line.number}">Edit</a> · <a href="{$WEB_ROOT}/cart.php?a=remove&amp;i={$line.number}">Remove</a></td></tr>
        {foreachelse}
            <tr><td colspan="4">Your Shopping Cart is Empty</td></tr>
        {/foreach}
        <tr><td colspan="2"><strong>Total Due Today</strong></td><td colspan="2"><strong id="totalDueToday">{$total}</strong></td></tr>
    </tbody>
</table>
