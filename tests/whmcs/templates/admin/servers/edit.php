<?php

/**
 * The form of one server record. As in WHMCS, a new one first asks for the connection, then for the rest.
 *
 * @var ?object $server @var array<string, string> $modules @var array<int, string> $roles @var list<int> $ssoRoles
 */

namespace Standin\Admin;

$isNew = $server === null;
$secret = static fn (string $name): string => ($server->$name ?? '') === '' ? '' : Servers::KEPT;
?>
<form method="post" action="configservers.php?action=save<?= $isNew ? '' : "&amp;id=$server->id" ?>" id="frmServerConfig" name="frmServerConfig" autocomplete="off">
  <?= token() ?>
  <table class="form" id="connectionFields">
<?= row('Module', select('type', ['' => 'Choose…'] + $modules, $server->type ?? '')) ?>
<?= row('Hostname or IP Address', text('hostname', $server->hostname ?? '')) ?>
<?= row('Username', text('username', $server->username ?? '')) ?>
<?= row('Password', '<input type="password" name="password" id="input-password" value="' . $secret('password') . '" class="form-control input-inline input-300" autocomplete="new-password">') ?>
<?= row('Access Hash', '<textarea name="accesshash" id="input-accesshash" rows="3" class="form-control">' . $secret('accesshash') . '</textarea>') ?>
<?= row('Secure', tick('secure', $isNew || $server->secure === 'on', 'Check to use SSL Mode for Connections')) ?>
  </table>
  <p><button type="button" class="btn" id="connectionTestBtn">Test Connection</button> <span id="connectionTestResult" role="status"></span></p>
<?php if ($isNew) : ?>
  <p><button type="button" class="btn btn-primary" id="btnContinue">Continue</button></p>
<?php endif ?>
  <div id="otherFields"<?= $isNew ? ' class="hidden"' : '' ?>>
    <h2>Server Details</h2>
    <table class="form">
<?= row('Name', text('name', $server->name ?? '')) ?>
<?= row('Assigned IP Addresses', '<textarea name="assignedips" id="input-assignedips" rows="2" class="form-control">' . e($server->assignedips ?? '') . '</textarea>', 'One per line') ?>
<?= row('IP Address', text('ipaddress', $server->ipaddress ?? '', 'input-200')) ?>
<?= row('Monthly Cost', text('monthlycost', $server->monthlycost ?? '0.00', 'input-100')) ?>
<?= row('Datacenter/NOC', text('noc', $server->noc ?? '')) ?>
<?= row('Maximum No. of Accounts', text('maxaccounts', $server->maxaccounts ?? '200', 'input-100')) ?>
<?= row('Server Status Address', text('statusaddress', $server->statusaddress ?? '', 'input-400')) ?>
<?= row('Enable/Disable', tick('disabled', (bool) ($server->disabled ?? false), 'Check to disable this server')) ?>
    </table>
    <h2>Nameservers</h2>
    <table class="form">
<?php foreach (range(1, 5) as $number) : ?>
<?= row("Nameserver $number", text("nameserver$number", $server->{"nameserver$number"} ?? '') . ' IP Address: ' . text("nameserver{$number}ip", $server->{"nameserver{$number}ip"} ?? '', 'input-200')) ?>
<?php endforeach ?>
    </table>
    <h2>SSO Access Control</h2>
    <table class="form">
<?= row('Access Control', radio('restrictsso', '0', $ssoRoles === [] ? '0' : '1', 'Unrestricted') . radio('restrictsso', '1', $ssoRoles === [] ? '0' : '1', 'Restricted')) ?>
<?= row('Roles', implode('', array_map(static fn ($id, $name) => '<label class="checkbox-inline"><input type="checkbox" name="ssoroles[]" id="ssorole-' . $id . '" value="' . $id . '"' . (in_array($id, $ssoRoles, true) ? ' checked' : '') . '> ' . e($name) . '</label>', array_keys($roles), $roles))) ?>
    </table>
    <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveServer">Save Changes</button> <a href="configservers.php" class="btn">Cancel Changes</a></div>
  </div>
</form>
<script src="../assets/js/servers.js"></script>
