{* Configure a product in the cart: billing cycle, quantity and custom fields. *}
<h2>{$productinfo.name|print}</h2>
<p>{$productinfo.description|print|nl2br}</p>
<div class="alert alert-danger{if !$errors} hidden{/if}" role="alert" id="containerProductValidationErrors">
    <p>Please correct the following errors before continuing:</p>
    <ul id="containerProductValidationErrorsList">{foreach $errors as $error}<li>{$error|print}</li>{/foreach}</ul>
</div>
<form method="post" action="{$WEB_ROOT}/cart.php?a=confproduct&amp;i={$i}" id="frmConfigureProduct" class="card">
    {$tokenInput}
    <input type="hidden" name="configure" value="true">
    <input type="hidden" name="i" value="{$i}">
    <div class="form-group"><label for="inputBillingcycle">Choose Billing Cycle</label>
        <select name="billingcycle" id="inputBillingcycle" class="form-control">
            {foreach $cycles as $offer => $text}<option value="{$offer}"{if $offer == $billingcycle} selected{/if}>{$text}</option>{/foreach}
        </select></div>
    {if $allowqty}
        <div class="form-group"><label for="inputQuantity">Quantity</label><input type="number" name="qty" id="inputQuantity" min="1" value="{$qty}" class="form-control"></div>
    {/if}
    {if $customfields}
        <div class="sub-heading"><span>Additional Required Information</span></div>
        <div class="field-container">
            {foreach $customfields as $customfield}
                <div class="form-group">
                    <label for="customfield{$customfield.id}">{$customfield.name|print}{if $customfield.required} *{/if}</label>
                    {$customfield.input}
                    {if $customfield.description}<span class="field-help-text">{$customfield.description}</span>{/if}
                </div>
            {/foreach}
        </div>
    {/if}
    <button type="submit" id="btnCompleteProductConfig" class="btn btn-primary">Continue</button>
</form>
{if $crosssells}
    <h3>Recommended</h3>
    <div class="cards">{foreach $crosssells as $other}<a class="card" href="{$WEB_ROOT}/cart.php?a=add&amp;pid={$other->id}"><b>{$other->name|print}</b><span>{$other->tagline|print} {$other->short_description|print}</span></a>{/foreach}</div>
{/if}
