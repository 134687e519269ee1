{* Product details as some third parties have them: cards in place of tabs, and no pane for custom fields that a module could know. *}
<div id="Overview" class="cards">
    <section class="card panel-product-details">
        <h3>{$product|print}</h3>
        <span class="label status-{$rawstatus}">{$status}</span>
        <p>{$recurringamount}, {$billingcycle}, {$nextduedate}</p>
    </section>
    {if $customfields}
        <section class="card">
            <h3>Additional Information</h3>
            <table class="table">
                {foreach $customfields as $field}
                    <tr><th>{$field.name|print}</th><td>{$field.value|print}</td></tr>
                {/foreach}
            </table>
        </section>
    {/if}
</div>
{foreach $hookOutput as $output}
    <section class="card hook-output">{$output}</section>
{/foreach}
{if $moduleclientarea}<section class="card">{$moduleclientarea}</section>{/if}
