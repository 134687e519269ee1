{* The top of every client page: head with the output slots, navigation, notice. *}
<!doctype html>
<html lang="{if $language == 'russian'}ru{else}en{/if}">
<head>
    <meta charset="{$charset}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{$pagetitle|print} - {$companyname|print}</title>
    {include file='head.tpl'}
    {$headoutput}
</head>
<body class="primary-bg-color" data-phone-cc-input="">
    {$headeroutput}
    <header id="header" class="header">
        <div class="container">
            <a href="{$WEB_ROOT}/index.php" class="navbar-brand">{$companyname|print}</a>
            <nav id="nav" class="navbar-nav">
                <div class="dropdown"><a href="#" class="nav-toggle" id="menuServices">Services</a>
                    <div class="dropdown-menu">
                        <a href="{$WEB_ROOT}/clientarea.php?action=services">My Services</a>
                        <a href="{$WEB_ROOT}/cart.php">Order New Services</a>
                    </div>
                </div>
                <div class="dropdown"><a href="#" class="nav-toggle" id="menuBilling">Billing</a>
                    <div class="dropdown-menu"><a href="{$WEB_ROOT}/clientarea.php?action=invoices">My Invoices</a></div>
                </div>
                <div class="dropdown"><a href="#" class="nav-toggle" id="menuAccount">{if $loggedin}Hello, {$clientsdetails.firstname|print}!{else}Account{/if}</a>
                    <div class="dropdown-menu">
                        {if $loggedin}
                            <a href="{$WEB_ROOT}/clientarea.php">Client Area</a>
                            <a href="{$WEB_ROOT}/logout.php">Logout</a>
                        {else}
                            <a href="{$WEB_ROOT}/login.php">Login</a>
                            <a href="{$WEB_ROOT}/register.php">Register</a>
                        {/if}
                    </div>
                </div>
                <a href="{$WEB_ROOT}/cart.php?a=view" class="nav-toggle" id="cartLink">View Cart</a>
            </nav>
        </div>
    </header>
    <section id="main-body">
        <div class="container">
            <h1 class="page-title">{$pagetitle|print}</h1>
            {if $notice}<div class="alert alert-{$notice.kind}" id="notice">{$notice.text|print}</div>{/if}
            <div class="primary-content">
