{* Order New Services: categories and the products of one of them. *}
<div class="with-sidebar">
<aside class="sidebar"><div class="card card-sidebar" id="categories"><b>Categories</b>
    {foreach $productGroups as $one}<a href="{$WEB_ROOT}/cart.php?gid={$one->id}">{$one->name|print}</a>{/foreach}
</div></aside>
<div>
    {if $group}
        <h2>{if $group->headline}{$group->headline|print}{else}{$group->name|print}{/if}</h2>
        <p>{$group->tagline|print}</p>
        {if $features}<ul>{foreach $features as $feature}<li>{$feature|print}</li>{/foreach}</ul>{/if}
    {/if}
    <div class="cards" id="products">
        {foreach $products as $product}
            <div class="card product" id="product{$product.id}">
                <b>{$product.name|print}</b>{if $product.featured} <span class="label status-active">Featured</span>{/if}
                <div>{$product.description|print|nl2br}</div>
                <div class="price">{$product.price}</div>
                {if $product.stock !== null}<div>{$product.stock} Available</div>{/if}
                <a href="{$WEB_ROOT}/cart.php?a=add&amp;pid={$product.id}" class="btn btn-primary btn-order-now" id="product{$product.id}-order-button">Order Now</a>
            </div>
        {foreachelse}
            <p>There are no products in this category.</p>
        {/foreach}
    </div>
</div>
</div>
