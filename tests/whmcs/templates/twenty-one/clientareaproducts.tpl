{* My Services. *}
<table id="tableServicesList" class="table">
    <thead><tr><th>Product/Service</th><th>Pricing</th><th>Next Due Date</th><th>Status</th></tr></thead>
    <tbody>
        {foreach $services as $service}
            <tr data-service="{$service->id}">
                <td><a href="{$WEB_ROOT}/clientarea.php?action=productdetails&amp;id={$service->id}">{$service->name|print}</a></td>
                <td>{$service->amount|string_format:"%.2f"} {$service->billingcycle}</td>
                <td>{$service->nextduedate}</td>
                <td><span class="label status status-{$service->domainstatus|lower}">{$service->domainstatus}</span></td>
            </tr>
        {foreachelse}
            <tr><td colspan="4">No Records Found</td></tr>
        {/foreach}
    </tbody>
</table>
