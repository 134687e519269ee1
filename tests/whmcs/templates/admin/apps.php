<?php

/**
 * Cards of apps; each opens a dialog with its description and what can be done with it.
 *
 * @var string $search @var list<array<string, mixed>> $cards
 */

namespace Standin\Admin;

?>
<form method="get" action="apps.php" id="frmAppSearch">
  <input type="search" name="search" id="inputAppSearch" value="<?= e($search) ?>" placeholder="Search apps" class="form-control input-400">
  <button type="submit" class="btn" id="btnAppSearch">Search</button>
</form>
<h2><?= count($cards) ?> apps</h2>
<div class="blocks" id="appList">
<?php foreach ($cards as $card) : ?>
  <a href="#" class="block app" id="app-<?= $card['module'] ?>" data-open-modal="#modal-<?= $card['module'] ?>">
    <?= $card['logo'] === '' ? '' : '<img src="' . e($card['logo']) . '" alt="">' ?>

    <?= $card['active'] ? '<span class="label label-active">Active</span>' : '' ?>

    <b><?= e($card['name']) ?></b><?= e($card['tagline']) ?>

  </a>
<?php endforeach ?>
</div>
<?php foreach ($cards as $card) : ?>
<div class="modal" id="modal-<?= $card['module'] ?>"><div class="modal-dialog">
  <div class="modal-header"><h4 class="modal-title"><?= e($card['name']) ?> <?= $card['active'] ? '<span class="label label-active">Active</span>' : '' ?></h4></div>
  <div class="modal-body"><p><?= e($card['long']) ?></p><ul><?php foreach ($card['features'] as $feature) : ?><li><?= e($feature) ?></li><?php endforeach ?></ul></div>
  <div class="modal-footer">
<?php if ($card['kind'] === 'servers') : ?>
    <a class="btn" href="configservers.php">Manage Servers</a>
<?php elseif ($card['active']) : ?>
    <a class="btn" href="configaddonmods.php#<?= $card['module'] ?>">Configure</a>
    <a class="btn btn-primary btn-use-app" href="addonmodules.php?module=<?= $card['module'] ?>">Use App</a>
<?php else : ?>
    <a class="btn btn-success btn-activate-app" href="configaddonmods.php#<?= $card['module'] ?>">Activate</a>
<?php endif ?>
    <button type="button" class="btn" data-dismiss="modal">Close</button>
  </div>
</div></div>
<?php endforeach ?>
