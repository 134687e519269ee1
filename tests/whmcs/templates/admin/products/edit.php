<?php

/**
 * The tabs of one product; each pane is a view of its own under tabs/.
 *
 * @var object $product
 */

namespace Standin\Admin;

$tabs = [
    1 => ['Details', 'details'],
    2 => ['Pricing', 'pricing'],
    3 => ['Module Settings', 'module'],
    4 => ['Custom Fields', 'customfields'],
    5 => ['Configurable Options', 'configurable'],
    6 => ['Upgrades', 'upgrades'],
    7 => ['Free Domain', 'freedomain'],
    8 => ['Cross-sells', 'crosssells'],
    9 => ['Other', 'other'],
    10 => ['Links', 'links'],
];
$vars = get_defined_vars();
unset($vars['tabs'], $vars['__file'], $vars['__vars']);
?>
<form method="post" action="configproducts.php?action=save&amp;id=<?= $product->id ?>" name="packagefrm" id="frmProductEdit">
  <?= token() ?>
  <input type="hidden" name="id" value="<?= $product->id ?>">
  <input type="hidden" name="tab" id="tab" value="1">
  <ul class="nav nav-tabs admin-tabs" role="tablist">
<?php foreach ($tabs as $number => [$label]) : ?>
    <li<?= $number === 1 ? ' class="active"' : '' ?>><a href="#tab<?= $number ?>" data-toggle="tab" role="tab" id="tabLink<?= $number ?>"><?= e($label) ?></a></li>
<?php endforeach ?>
  </ul>
  <div class="tab-content admin-tabs">
<?php foreach ($tabs as $number => [$label, $view]) : ?>
    <div class="tab-pane<?= $number === 1 ? ' active' : '' ?>" id="tab<?= $number ?>">
<?= Page::view("products/tabs/$view", $vars) ?>
    </div>
<?php endforeach ?>
  </div>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveProduct">Save Changes</button> <a class="btn" href="configproducts.php">Cancel Changes</a></div>
</form>
<script src="../assets/js/product.js"></script>
