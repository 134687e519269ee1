<?php

/**
 * What stands inside #servicecontent: the service's form with its module commands and the module's own rows.
 *
 * @var object $service @var object $product @var array<int, string> $products @var array<int, string> $servers
 * @var list<object> $customFields @var ?string $moduleName @var list<array> $buttons @var array<string, string> $moduleRows @var ?array $result
 */

namespace Standin\Admin;

use Standin\Billing\Cycle;
use Standin\Crypt;
use Standin\CustomFields;
use Standin\Html;

$cycles = array_map(static fn (Cycle $cycle) => $cycle->value, Cycle::cases());
?>
<?php if ($result !== null) : ?>
<div class="alert alert-<?= $result['isDone'] ? 'success' : 'danger' ?>" id="moduleCommandResult"><?= e($result['text']) ?></div>
<?php endif ?>
<form method="post" action="clientsservices.php?userid=<?= $service->userid ?>&amp;id=<?= $service->id ?>&amp;save=true" id="frm1" name="frm1">
  <?= token() ?>
  <table class="form">
<?= pairs([
    'Order #' => "<a href=\"orders.php?action=view&amp;id=$service->orderid\">$service->orderid</a>",
    'Registration Date' => text('regdate', $service->regdate, 'input-100'),
    'Product/Service' => select('packageid', $products, $service->packageid),
    'First Payment Amount' => text('firstpaymentamount', money($service->firstpaymentamount), 'input-100'),
    'Server' => select('server', [0 => 'None'] + $servers, $service->server),
    'Recurring Amount' => text('amount', money($service->amount), 'input-100') . ' ' . tick('autorecalc', false, 'Auto Recalculate on Save'),
    'Domain' => text('domain', $service->domain, 'input-200'),
    'Next Due Date' => text('nextduedate', $service->nextduedate, 'input-100'),
    'Username' => text('username', $service->username, 'input-200'),
    'Termination Date' => text('termination_date', $service->termination_date, 'input-100'),
    'Password' => text('password', Html::encode(Crypt::decrypt($service->password)), 'input-200'),
    'Billing Cycle' => select('billingcycle', array_combine($cycles, $cycles), $service->billingcycle),
    'Status' => select('domainstatus', array_combine(ServicePage::STATUSES, ServicePage::STATUSES), $service->domainstatus),
    'Payment Method' => select('paymentmethod', ['mailin' => 'Demo payment'], $service->paymentmethod),
    'Quantity' => text('qty', $service->qty, 'input-50'),
]) ?>
<?php if ($moduleName !== null) : ?>
  <tr><td class="fieldlabel" width="15%">Module Commands</td><td class="fieldarea" colspan="3">
    <div id="modcmdbtns">
<?php foreach ($buttons as $button) : ?>
      <button type="button" class="btn btn-module-command" id="btn<?= e(str_replace(' ', '_', $button['label'])) ?>" data-operation="<?= $button['operation'] ?>" data-function="<?= e($button['function']) ?>"<?= $button['confirm'] ? ' data-confirm="#modalModule' . $button['label'] . '"' : '' ?>><?= e($button['label']) ?></button>
<?php endforeach ?>
    </div>
    <div id="modcmdworking" class="working" style="display:none">Working…</div>
  </td></tr>
<?php endif ?>
<?php foreach ($moduleRows as $label => $html) : ?>
<?= $label === '' ? "<tr><td colspan=\"4\" class=\"fieldarea\">$html</td></tr>" : wide(e($label), $html) ?>
<?php endforeach ?>
<?php foreach ($customFields as $field) : ?>
<?= wide(e(CustomFields::friendlyName($field)), CustomFields::input($field, CustomFields::value((int) $field->id, (int) $service->id))) ?>
<?php endforeach ?>
<?= wide('Override Auto-Suspend', tick('overideautosuspend', (bool) $service->overideautosuspend, 'Do not suspend')) ?>
<?= wide('Admin Notes', '<textarea name="notes" id="input-notes" rows="3" class="form-control">' . e($service->notes) . '</textarea>') ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveService">Save Changes</button></div>
</form>
<?php foreach ($buttons as $button) : ?>
<?php if ($button['confirm']) : ?>
<div class="modal" id="modalModule<?= $button['label'] ?>"><div class="modal-dialog">
  <div class="modal-header"><h4 class="modal-title">Confirm Module Command</h4></div>
  <div class="modal-body">Are you sure you want to run the <?= strtolower($button['label']) ?> function?</div>
  <div class="modal-footer">
    <button type="button" class="btn btn-primary btn-confirm-command" id="modalModule<?= $button['label'] ?>-Yes" data-operation="<?= $button['operation'] ?>">Yes</button>
    <button type="button" class="btn" data-dismiss="modal">No</button>
  </div>
</div></div>
<?php endif ?>
<?php endforeach ?>
