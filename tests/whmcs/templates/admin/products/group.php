<?php

/**
 * The form of a product group.
 *
 * @var ?object $group @var list<string> $features
 */

namespace Standin\Admin;

?>
<form method="post" action="configproducts.php?action=savegroup&amp;id=<?= (int) ($group->id ?? 0) ?>" id="frmProductGroup">
  <?= token() ?>
  <table class="form">
<?= row('Product Group Name', text('name', $group->name ?? '')) ?>
<?= row('URL', text('slug', $group->slug ?? ''), 'Left empty it is made from the name') ?>
<?= row('Product Group Headline', text('headline', $group->headline ?? '', 'input-400')) ?>
<?= row('Product Group Tagline', text('tagline', $group->tagline ?? '', 'input-400')) ?>
<?= row('Group Features', '<textarea name="features" id="input-features" rows="4" class="form-control">' . e(implode("\n", $features)) . '</textarea>', 'One per line') ?>
<?= row('Order Form Template', radio('orderfrmtpl', '', $group->orderfrmtpl ?? '', 'Use System Default (Standard Cart)') . radio('orderfrmtpl', 'standard_cart', $group->orderfrmtpl ?? '', 'Use Specific Template: Standard Cart')) ?>
<?= row('Available Payment Gateways', tick('gateway_mailin', ($group->disabledgateways ?? '') === '', 'Demo payment')) ?>
<?= row('Hidden', tick('hidden', (bool) ($group->hidden ?? false), 'Check to hide this group')) ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveGroup">Save Changes</button> <a class="btn" href="configproducts.php">Back to Product List</a></div>
</form>
