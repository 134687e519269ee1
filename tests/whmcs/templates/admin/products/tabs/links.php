<?php

/**
 * Links that lead straight to this product.
 *
 * @var object $product
 */

namespace Standin\Admin;

$base = rtrim((string) \WHMCS\Config\Setting::getValue('SystemURL'), '/');
$links = [
    'Direct Shopping Cart Link' => "$base/cart.php?a=add&pid=$product->id",
    'Direct Shopping Cart Link Specifying Template' => "$base/cart.php?a=add&pid=$product->id&carttpl=standard_cart",
    'Product Group Cart Link' => "$base/cart.php?gid=$product->gid",
];
?>
<table class="form">
<?php foreach ($links as $label => $link) : ?>
<?= row($label, '<input type="text" readonly class="form-control" style="width:100%" value="' . e($link) . '">') ?>
<?php endforeach ?>
</table>
