{* Product details in the structure of the six theme: Bootstrap 3 marks the active tab on the list item and the pane by `in`. *}
{if $modulecustombuttonresult == 'success'}
    <div class="alert alert-success text-center">Action Completed Successfully!</div>
{elseif $modulecustombuttonresult}
    <div class="alert alert-danger text-center">{$modulecustombuttonresult|print}</div>
{/if}
{if $pendingcancellation}
    <div class="alert alert-danger text-center" id="alertPendingCancellation">There is an outstanding cancellation request for this product/service</div>
{/if}
<div class="tab-content margin-bottom">
    <div class="tab-pane fade in active" id="tabOverview">
        {if $tplOverviewTabOutput}
            {$tplOverviewTabOutput}
        {else}
            <div class="product-details clearfix">
                <div class="product-status product-status-{$rawstatus}">
                    <div class="product-icon text-center"><h3>{$product|print}</h3><h4>{$groupname|print}</h4></div>
                    <div class="product-status-text">{$status}</div>
                </div>
                <div class="product-info">
                    <h4>Registration Date</h4>{$regdate}
                    <h4>Recurring Amount</h4>{$recurringamount}
                    <h4>Billing Cycle</h4>{$billingcycle}
                    <h4>Next Due Date</h4>{$nextduedate}
                    {if $suspendreason}<h4>Suspension Reason</h4>{$suspendreason|print}{/if}
                </div>
            </div>
            {foreach $hookOutput as $output}
                <div>
                    {$output}
                </div>
            {/foreach}
            {if $domain || $moduleclientarea || $customfields}
                <ul class="nav nav-tabs nav-tabs-overflow">
                    {if $domain}
                        <li class="active"><a href="#domain" data-toggle="tab">Domain</a></li>
                    {elseif $moduleclientarea}
                        <li class="active"><a href="#manage" data-toggle="tab">Manage</a></li>
                    {/if}
                    {if $customfields}
                        <li{if !$domain && !$moduleclientarea} class="active"{/if}><a href="#additionalinfo" data-toggle="tab">Additional Information</a></li>
                    {/if}
                </ul>
                <div class="tab-content product-details-tab-container">
                    {if $domain}
                        <div class="tab-pane fade in active text-center" id="domain"><p>{$domain|print}</p>{$moduleclientarea}</div>
                    {elseif $moduleclientarea}
                        <div class="tab-pane fade in active text-center" id="manage">{$moduleclientarea}</div>
                    {/if}
                    {if $customfields}
                        <div class="tab-pane fade{if !$domain && !$moduleclientarea} in active{/if} text-center" id="additionalinfo">
                            {foreach $customfields as $field}
                                <div class="row">
                                    <div class="col-sm-5"><strong>{$field.name|print}</strong></div>
                                    <div class="col-sm-7 text-left">{$field.value|print}</div>
                                </div>
                            {/foreach}
                        </div>
                    {/if}
                </div>
            {/if}
        {/if}
    </div>
</div>
