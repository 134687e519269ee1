<?php

/**
 * Product groups with their products.
 *
 * @var list<object> $groups @var array<int, iterable<object>> $products @var array<string, string> $modules
 */

namespace Standin\Admin;

?>
<p>
  <a href="configproducts.php?action=creategroup" id="btnCreateGroup" class="btn">Create a New Group</a>
  <a href="configproducts.php?action=create" id="btnCreateProduct" class="btn btn-primary"<?= $groups === [] ? ' hidden' : '' ?>>Create a New Product</a>
</p>
<table class="datatable" id="productList">
  <tr><th>Product Name</th><th>Type</th><th>Pay Type</th><th>Auto Setup</th><th>Module</th><th></th></tr>
<?php foreach ($groups as $group) : ?>
  <tr class="group-row"><td colspan="5"><b><?= e($group->name) ?></b> <?= $group->hidden ? '<span class="label">Hidden</span>' : '' ?></td>
    <td><a class="btn btn-sm" href="configproducts.php?action=editgroup&amp;id=<?= $group->id ?>">Edit</a></td></tr>
<?php foreach ($products[$group->id] ?? [] as $product) : ?>
  <tr data-product="<?= $product->id ?>">
    <td><?= e($product->name) ?> <?= $product->hidden ? '<span class="label">Hidden</span>' : '' ?> <?= $product->retired ? '<span class="label">Retired</span>' : '' ?></td>
    <td><?= e(ucfirst($product->type)) ?></td>
    <td><?= e(ucfirst($product->paytype)) ?></td>
    <td><?= e($product->autosetup ?: 'none') ?></td>
    <td><?= e($modules[$product->servertype] ?? 'None') ?></td>
    <td><a class="btn btn-sm" href="configproducts.php?action=edit&amp;id=<?= $product->id ?>">Edit</a>
      <form method="post" action="configproducts.php?action=delete&amp;id=<?= $product->id ?>" style="display:inline"><?= token() ?><button type="submit" class="btn btn-sm btn-danger">Delete</button></form></td>
  </tr>
<?php endforeach ?>
<?php endforeach ?>
<?php if ($groups === []) : ?>
  <tr><td colspan="6" class="empty">Create a product group first</td></tr>
<?php endif ?>
</table>
