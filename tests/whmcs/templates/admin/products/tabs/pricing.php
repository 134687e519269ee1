<?php

/**
 * Pricing: payment type, and a price per currency and billing cycle.
 *
 * @var object $product @var list<object> $currencies @var array<int, object> $prices @var ?object $onDemand
 */

namespace Standin\Admin;

use Standin\Billing\Cycle;

$shown = static fn (mixed $price): string => number_format(max(0, (float) $price), 2, '.', '');
?>
<table class="form">
<?= row('Payment Type', radio('paytype', 'free', $product->paytype, 'Free') . radio('paytype', 'onetime', $product->paytype, 'One Time') . radio('paytype', 'recurring', $product->paytype, 'Recurring')) ?>
</table>
<table class="datatable" id="pricingtbl">
  <tr><th>Currency</th><th></th>
<?php foreach (Cycle::recurring() as $cycle) : ?>
    <th class="cycle-<?= $cycle->priceColumn() ?>"><?= $cycle === Cycle::Monthly ? 'One Time/Monthly' : e($cycle->value) ?></th>
<?php endforeach ?>
  </tr>
<?php foreach ($currencies as $currency) : ?>
<?php $price = $prices[$currency->id] ?? null; $id = $currency->id; ?>
  <tr><td rowspan="3"><b><?= e($currency->code) ?></b></td><td>Setup Fee</td>
<?php foreach (Cycle::recurring() as $cycle) : ?>
    <td class="cycle-<?= $cycle->priceColumn() ?>"><?= text("currency[$id][{$cycle->setupColumn()}]", $shown($price->{$cycle->setupColumn()} ?? 0), 'input-100') ?></td>
<?php endforeach ?>
  </tr>
  <tr><td>Price</td>
<?php foreach (Cycle::recurring() as $cycle) : ?>
    <td class="cycle-<?= $cycle->priceColumn() ?>"><?= text("currency[$id][{$cycle->priceColumn()}]", $shown($price->{$cycle->priceColumn()} ?? 0), 'input-100') ?></td>
<?php endforeach ?>
  </tr>
  <tr><td>Enable</td>
<?php foreach (Cycle::recurring() as $cycle) : ?>
    <td class="cycle-<?= $cycle->priceColumn() ?>"><?= tick("currency[$id][enable][{$cycle->priceColumn()}]", (float) ($price->{$cycle->priceColumn()} ?? -1) >= 0) ?></td>
<?php endforeach ?>
  </tr>
<?php endforeach ?>
</table>
<table class="form">
<?= row('Allow Multiple Quantities', radio('allowqty', '0', $product->allowqty, 'No') . radio('allowqty', '1', $product->allowqty, 'Yes - Multiple Services') . radio('allowqty', '3', $product->allowqty, 'Yes - Scaling Service')) ?>
<?= row('Recurring Cycles Limit', text('recurringcycles', $product->recurringcycles, 'input-50'), 'To limit this product to only recur a fixed number of times, enter the total number of times to recur (0 = Unlimited)') ?>
<?= row('Auto Terminate/Fixed Term', text('autoterminatedays', $product->autoterminatedays, 'input-50'), 'Number of days after activation to automatically terminate (0 = never)') ?>
<?= row('Termination Email', select('autoterminateemail', [0 => 'None'] + $emails, $product->autoterminateemail)) ?>
<?= row('Prorata Billing', tick('proratabilling', (bool) $product->proratabilling, 'Check to enable')) ?>
<?= row('Prorata Date', text('proratadate', $product->proratadate, 'input-50')) ?>
<?= row('Charge Next Month', text('proratachargenextmonth', $product->proratachargenextmonth, 'input-50')) ?>
<?= row('On-Demand Renewals', radio('ondemandrenewalconfig', 'default', $onDemand === null ? 'default' : 'product', 'Use System Default') . radio('ondemandrenewalconfig', 'product', $onDemand === null ? 'default' : 'product', 'Use Product-Specific Configuration')) ?>
<?= row('', tick('ondemandrenewalenabled', (bool) ($onDemand->enabled ?? false), 'Check to allow clients to place renewal orders early')) ?>
<?php foreach (Cycle::recurring() as $cycle) : ?>
<?= row($cycle->value, text('ondemandrenewal' . $cycle->priceColumn(), $onDemand->{$cycle->priceColumn()} ?? 0, 'input-50'), 'days before the due date') ?>
<?php endforeach ?>
</table>
