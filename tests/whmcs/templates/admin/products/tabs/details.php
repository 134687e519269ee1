<?php

/**
 * Details of a product.
 *
 * @var object $product @var array<int, string> $groups @var array<int, string> $emails
 */

namespace Standin\Admin;

?>
<table class="form">
<?= row('Product Type', e(ucfirst($product->type))) ?>
<?= row('Product Group', select('gid', $groups, $product->gid)) ?>
<?= row('Product Name', text('name', $product->name)) ?>
<?= row('URL', text('slug', $product->slug)) ?>
<?= row('Product Tagline', text('tagline', $product->tagline, 'input-400')) ?>
<?= row('Product Short Description', text('short_description', $product->short_description, 'input-400')) ?>
<?= row('Product Description', '<textarea name="description" id="input-description" rows="5" class="form-control">' . e($product->description) . '</textarea>', 'You may use HTML in this field') ?>
<?= row('Product Color', text('color', $product->color, 'input-100')) ?>
<?= row('Welcome Email', select('welcomeemail', [0 => 'None'] + $emails, $product->welcomeemail)) ?>
<?= row('Require Domain', tick('showdomainoptions', (bool) $product->showdomainoptions, 'Check to require domain registration or transfer')) ?>
<?= row('Stock Control', tick('stockcontrol', (bool) $product->stockcontrol, 'Enable - Quantity in Stock:') . text('qty', $product->qty, 'input-50')) ?>
<?= row('Apply Tax', tick('tax', (bool) $product->tax, 'Check to charge tax for this product')) ?>
<?= row('Featured', tick('is_featured', (bool) $product->is_featured, 'Display this product more prominently')) ?>
<?= row('Hidden', tick('hidden', (bool) $product->hidden, 'Check to hide from order form')) ?>
<?= row('Retired', tick('retired', (bool) $product->retired, 'Check to hide from admin area product dropdown menus')) ?>
</table>
