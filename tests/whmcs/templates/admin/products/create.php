<?php

/**
 * The first step of a new product.
 *
 * @var array<int, string> $groups @var array<string, string> $modules
 */

namespace Standin\Admin;

$types = ['hostingaccount' => 'Shared Hosting', 'reselleraccount' => 'Reseller Hosting', 'server' => 'Server/VPS', 'other' => 'Other'];
?>
<form method="post" action="configproducts.php?action=add" id="frmAddProduct">
  <?= token() ?>
  <table class="form">
<?= row('Product Type', select('type', $types, 'other')) ?>
<?= row('Product Group', select('gid', $groups, '')) ?>
<?= row('Product Name', text('productname', '')) ?>
<?= row('URL', text('slug', ''), 'Left empty it is made from the name') ?>
<?= row('Module', select('module', ['' => 'No Module'] + $modules, '')) ?>
<?= row('Create as Hidden', tick('createhidden', false, 'ON')) ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnContinue">Continue</button></div>
</form>
