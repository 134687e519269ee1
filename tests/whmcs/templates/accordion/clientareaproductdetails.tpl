{* Product details as some third parties have them: an accordion whose panes have names of their own. *}
<h3>{$product|print} <span class="label status-{$rawstatus}">{$status}</span></h3>
{foreach $hookOutput as $output}
    <div class="hook-output">{$output}</div>
{/foreach}
<details open><summary>Billing</summary><p>{$recurringamount}, {$billingcycle}, {$nextduedate}</p></details>
{if $customfields}
    <details open id="product-fields">
        <summary>Additional Information</summary>
        <dl>
            {foreach $customfields as $field}
                <dt>{$field.name|print}</dt><dd>{$field.value|print}</dd>
            {/foreach}
        </dl>
    </details>
{/if}
{if $moduleclientarea}<details><summary>Manage</summary>{$moduleclientarea}</details>{/if}
