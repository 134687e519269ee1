<?php

/**
 * Module Settings: module, server group, the settings that arrive by AJAX, and when a new service is set up.
 *
 * @var object $product @var array<string, string> $modules @var array<int, string> $serverGroups
 */

namespace Standin\Admin;

use Standin\Html;

$radios = [
    'order' => 'Automatically setup the product as soon as an order is placed',
    'payment' => 'Automatically setup the product as soon as the first payment is received',
    'on' => 'Automatically setup the product when you manually accept a pending order',
    '' => 'Do not automatically setup this product',
];
?>
<table class="form">
  <tr>
    <td class="fieldlabel" width="20%">Module Name</td>
    <td class="fieldarea"><select name="servertype" id="inputModule" class="form-control select-inline"><?= Html::options(['' => 'None'] + $modules, $product->servertype) ?></select></td>
    <td class="fieldlabel" width="20%">Server Group</td>
    <td class="fieldarea"><select name="servergroup" id="inputServerGroup" class="form-control select-inline"><?= Html::options([0 => 'None'] + $serverGroups, $product->servergroup) ?></select></td>
  </tr>
</table>
<div class="module-settings-mode"><span class="working hidden" id="moduleSettingsLoader">Loading…</span> <a href="#" id="mode-switch" class="hidden" data-mode="simple">Switch to Advanced Mode</a></div>
<table class="form module-settings" id="tblModuleSettings">
  <tr id="noModuleSelectedRow"><td class="no-module-selected">Choose a module to load configuration settings</td></tr>
</table>
<table class="form" id="tblAutoSetup">
<?php foreach ($radios as $value => $label) : ?>
  <tr><td class="fieldarea"><?= radio('autosetup', $value, $product->autosetup, $label) ?></td></tr>
<?php endforeach ?>
</table>
