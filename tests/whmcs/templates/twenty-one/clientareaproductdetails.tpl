{* Product details: the structure that themes share, with the tabs where modules and scripts find their places. *}
{if $modulecustombuttonresult == 'success'}
    <div class="alert alert-success">Action Completed Successfully!</div>
{elseif $modulecustombuttonresult}
    <div class="alert alert-danger">{$modulecustombuttonresult|print}</div>
{/if}
{if $pendingcancellation}
    <div class="alert alert-info" id="pendingCancellation">There is an outstanding cancellation request for this product/service</div>
{/if}
{if $unpaidInvoice}
    <div class="alert alert-info" id="alertUnpaidInvoice">You have an unpaid invoice for this service. <a href="{$WEB_ROOT}/viewinvoice.php?id={$unpaidInvoice}">Pay Invoice</a></div>
{/if}
<div class="with-sidebar">
<aside class="sidebar">
    <div menuItemName="Service Details Overview" class="card card-sidebar">
        <b>Overview</b>
        <a href="#tabOverview" id="Primary_Sidebar-Service_Details_Overview-Information">Information</a>
    </div>
    <div menuItemName="Service Details Actions" class="card card-sidebar">
        <b>Actions</b>
        {if $showRenewServiceButton}
            <form method="post" action="{$WEB_ROOT}/clientarea.php?action=renew&amp;id={$id}">{$tokenInput}<button type="submit" class="btn" id="btnRenewService">Renew</button></form>
        {/if}
        {if $showcancelbutton}
            <a href="{$WEB_ROOT}/clientarea.php?action=cancel&amp;id={$id}" class="btn" id="Primary_Sidebar-Service_Details_Actions-Cancel">Request Cancellation</a>
        {/if}
    </div>
</aside>
<div class="tab-content margin-bottom">
    <div class="tab-pane fade show active" role="tabpanel" id="tabOverview">
        {if $tplOverviewTabOutput}
            {$tplOverviewTabOutput}
        {else}
            <div class="card">
                <div class="card-body">
                    <div class="product-details">
                        <div class="product-status product-status-{$rawstatus}">
                            <div class="product-icon text-center">
                                <h3>{$product|print}</h3>
                                <h4>{$groupname|print}</h4>
                            </div>
                            <div class="product-status-text status-{$rawstatus}">{$status}</div>
                        </div>
                        <div class="product-info">
                            <h4>Registration Date</h4>{$regdate}
                            {if $firstpaymentamount neq $recurringamount}<h4>First Payment Amount</h4>{$firstpaymentamount}{/if}
                            {if $billingcycle != 'One Time' && $billingcycle != 'Free Account'}
                                <h4>Recurring Amount</h4>{$recurringamount}
                                <h4>Next Due Date</h4>{$nextduedate}
                            {/if}
                            {if $quantity > 1}<h4>Quantity</h4>{$quantity}{/if}
                            <h4>Billing Cycle</h4>{$billingcycle}
                            <h4>Payment Method</h4>{$paymentmethod}
                            {if $suspendreason}<h4>Suspension Reason</h4>{$suspendreason|print}{/if}
                        </div>
                    </div>
                </div>
            </div>
            {foreach $hookOutput as $output}
                <div>
                    {$output}
                </div>
            {/foreach}
            {if $domain || $moduleclientarea || $configurableoptions || $customfields || $lastupdate}
                <ul class="nav nav-tabs responsive-tabs-sm">
                    {if $domain}
                        <li class="nav-item"><a href="#domain" data-toggle="tab" class="nav-link active">Domain</a></li>
                    {elseif $moduleclientarea}
                        <li class="nav-item"><a href="#manage" data-toggle="tab" class="nav-link active">Manage</a></li>
                    {/if}
                    {if $customfields}
                        <li class="nav-item"><a href="#additionalinfo" data-toggle="tab" class="nav-link{if !$domain && !$moduleclientarea} active{/if}">Additional Information</a></li>
                    {/if}
                </ul>
                <div class="responsive-tabs-sm-connector"><div class="channel"></div><div class="bottom-border"></div></div>
                <div class="tab-content bg-white product-details-tab-container">
                    {if $domain}
                        <div class="tab-pane fade show active text-center" role="tabpanel" id="domain">
                            <div class="row"><div class="col-sm-5"><strong>Domain</strong></div><div class="col-sm-7 text-left">{$domain|print}</div></div>
                            {if $moduleclientarea}<div class="text-center module-client-area">{$moduleclientarea}</div>{/if}
                        </div>
                    {elseif $moduleclientarea}
                        <div class="tab-pane fade show active text-center" role="tabpanel" id="manage">
                            <div class="text-center module-client-area">{$moduleclientarea}</div>
                        </div>
                    {/if}
                    {if $customfields}
                        <div class="tab-pane fade{if !$domain && !$moduleclientarea} show active{/if} text-center" role="tabpanel" id="additionalinfo">
                            {foreach $customfields as $field}
                                <div class="row">
                                    <div class="col-sm-5">
                                        <strong>{$field.name|print}</strong>
                                    </div>
                                    <div class="col-sm-7 text-left">
                                        {$field.value|print}
                                    </div>
                                </div>
                            {/foreach}
                        </div>
                    {/if}
                </div>
            {/if}
        {/if}
    </div>
    <div class="tab-pane fade" role="tabpanel" id="tabDownloads"></div>
    <div class="tab-pane fade" role="tabpanel" id="tabAddons"></div>
    <div class="tab-pane fade" role="tabpanel" id="tabChangepw"></div>
</div>
</div>
