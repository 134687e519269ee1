<?php

/**
 * Cross-sells: products that are recommended together with this one.
 *
 * @var array<int, string> $others @var list<int> $crossSells
 */

namespace Standin\Admin;

$ticks = '';
foreach ($others as $id => $name) {
    $mark = in_array($id, $crossSells, false) ? ' checked' : '';
    $ticks .= "<label class=\"checkbox-inline\"><input type=\"checkbox\" name=\"crosssells[]\" id=\"crosssell-$id\" value=\"$id\"$mark> " . e($name) . '</label>';
}
?>
<table class="form">
<?= row('Product Cross-sells', $ticks ?: '<span class="hint">There is no other product.</span>') ?>
</table>
