<?php

/**
 * A form per role.
 *
 * @var array<int, string> $roles @var array<int, list<int>> $granted @var array<int, iterable<object>> $staff
 */

namespace Standin\Admin;

use Standin\Permissions;

foreach ($roles as $roleId => $name) : ?>
<h2><?= e($name) ?></h2>
<p class="hint">Staff: <?php foreach ($staff[$roleId] ?? [] as $member) : ?><?= e($member->username) ?> <?php endforeach ?></p>
<form method="post" action="configadminroles.php?id=<?= $roleId ?>" id="frmRole<?= $roleId ?>">
  <?= token() ?>
<?php foreach (Permissions::LABELS as $id => $label) : ?>
  <label class="checkbox-inline"><input type="checkbox" name="permissions[]" value="<?= $id ?>"<?= in_array($id, $granted[$roleId] ?? [], false) ? ' checked' : '' ?>> <?= e($label) ?></label>
<?php endforeach ?>
  <p><button type="submit" class="btn btn-sm">Save Changes</button></p>
</form>
<?php endforeach ?>
