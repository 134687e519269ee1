<?php

/**
 * The inputs of one custom field, or of the field to add.
 *
 * @var ?object $field
 */

namespace Standin\Admin;

$name = static fn (string $column): string => CustomFieldForm::name($field, $column);
$ticks = ['adminonly' => 'Admin Only', 'required' => 'Required Field', 'showorder' => 'Show on Order Form', 'showinvoice' => 'Show on Invoice'];
?>
<div class="custom-field"<?= $field === null ? ' id="addCustomField"' : " data-field=\"$field->id\"" ?>>
<table class="form">
  <tr>
    <td class="fieldlabel" width="15%">Field Name</td>
    <td class="fieldarea"><?= text($name('fieldname'), $field->fieldname ?? '', 'input-400') ?></td>
    <td class="fieldlabel" width="15%">Display Order</td>
    <td class="fieldarea"><?= text($name('sortorder'), $field->sortorder ?? 0, 'input-50') ?></td>
  </tr>
<?= wide('Field Type', select($name('fieldtype'), CustomFieldForm::TYPES, $field->fieldtype ?? 'text')) ?>
<?= wide('Description', text($name('description'), $field->description ?? '', 'input-400') . ' <span class="hint">The explanation to show users</span>') ?>
<?= wide('Validation', text($name('regexpr'), \Standin\Html::encode($field->regexpr ?? ''), 'input-400') . ' <span class="hint">Regular Expression Validation String</span>') ?>
<?= wide('Select Options', text($name('fieldoptions'), $field->fieldoptions ?? '', 'input-400') . ' <span class="hint">For Dropdowns Only - Comma Separated List</span>') ?>
  <tr><td class="fieldlabel"></td><td class="fieldarea" colspan="3">
<?php foreach ($ticks as $column => $label) : ?>
    <?= tick($name($column), ($field->$column ?? '') === 'on', $label) ?>

<?php endforeach ?>
<?php if ($field !== null) : ?>
    <?= tick("deletecustomfield[$field->id]", false, 'Delete Field') ?>
<?php endif ?>
  </td></tr>
</table>
</div>
