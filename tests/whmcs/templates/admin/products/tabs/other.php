<?php

/**
 * Other: affiliate payouts, and the rows that modules add by AdminProductConfigFields.
 *
 * @var object $product @var array<string, string> $hookRows
 */

namespace Standin\Admin;

$payouts = ['' => 'Use Default', 'percentage' => 'Percentage', 'fixed' => 'Fixed Amount', 'none' => 'No Commission'];
$radios = '';
foreach ($payouts as $value => $label) {
    $radios .= radio('affiliatepaytype', $value, $product->affiliatepaytype, $label);
}
?>
<table class="form" id="tblProductOther">
<?php foreach ($hookRows as $label => $html) : ?>
<?= $label === '' ? "<tr><td colspan=\"2\" class=\"fieldarea\">$html</td></tr>" : row(e($label), $html) ?>
<?php endforeach ?>
<?= row('Custom Affiliate Payout', $radios) ?>
<?= row('Affiliate Pay Amount', text('affiliatepayamount', $product->affiliatepayamount, 'input-100') . tick('affiliateonetime', (bool) $product->affiliateonetime, 'One Time Payout')) ?>
<?= row('Subdomain Options', text('subdomain', $product->subdomain)) ?>
</table>
