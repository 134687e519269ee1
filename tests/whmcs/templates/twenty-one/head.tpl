{* Scripts, styles and the variables that client scripts read. *}
<link rel="icon" href="data:,">
<link href="{$BASE_PATH_CSS}/bootstrap4.min.css" rel="stylesheet">
<link href="{$BASE_PATH_CSS}/client.css" rel="stylesheet">
<script>
    var csrfToken = '{$token}',
        whmcsBaseUrl = "{$WEB_ROOT}";
</script>
<script src="{$BASE_PATH_JS}/jquery.min.js"></script>
<script src="{$BASE_PATH_JS}/whmcs.js"></script>
<script src="{$BASE_PATH_JS}/client.js"></script>
