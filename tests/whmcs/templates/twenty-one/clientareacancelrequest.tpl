{* Request Cancellation. *}
<form method="post" action="{$WEB_ROOT}/clientarea.php?action=cancel&amp;id={$id}" id="frmCancel" class="card">
    {$tokenInput}
    <input type="hidden" name="sub" value="submit">
    <label for="cancellationreason">Briefly Describe your reason for Cancellation</label>
    <textarea name="cancellationreason" id="cancellationreason" rows="5" class="form-control"></textarea>
    <label for="type">Cancellation Type</label>
    <select name="type" id="type" class="form-control">{foreach $types as $type}<option value="{$type}">{$type}</option>{/foreach}</select>
    <p><button type="submit" class="btn btn-danger" id="btnRequestCancellation">Request Cancellation</button>
        <a class="btn" href="{$WEB_ROOT}/clientarea.php?action=productdetails&amp;id={$id}">Cancel</a></p>
</form>
