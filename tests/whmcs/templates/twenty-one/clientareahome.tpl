{* The client area's home page. *}
<div class="cards">
    <a class="card" href="{$WEB_ROOT}/clientarea.php?action=services"><b>{$services|count}</b><span>Services</span></a>
    <a class="card" href="{$WEB_ROOT}/clientarea.php?action=invoices"><b>{$unpaid}</b><span>Unpaid Invoices</span></a>
    <a class="card" href="{$WEB_ROOT}/cart.php"><b>+</b><span>Order New Services</span></a>
</div>
