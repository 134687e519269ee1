{* The home page: product groups and what a visitor may do. *}
<h2>Browse our Products/Services</h2>
<div class="cards">
    {foreach $productGroups as $group}
        <a class="card" href="{$WEB_ROOT}/cart.php?gid={$group->id}"><b>{$group->name|print}</b><span>{$group->tagline|print}</span></a>
    {foreachelse}
        <p>There is nothing on offer yet.</p>
    {/foreach}
</div>
<p><a class="btn btn-primary" href="{$WEB_ROOT}/cart.php">Order New Services</a> {if !$loggedin}<a class="btn" href="{$WEB_ROOT}/register.php">Register</a> <a class="btn" href="{$WEB_ROOT}/login.php">Login</a>{/if}</p>
