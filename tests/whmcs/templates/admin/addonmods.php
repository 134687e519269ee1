<?php

/**
 * Addon modules with their buttons and, once active, their settings.
 *
 * @var list<\Standin\Module\AddonModule> $addons @var array<int, string> $roles
 */

namespace Standin\Admin;

$button = static fn (string $module, string $action, string $label, string $class): string =>
    '<form method="post" action="configaddonmods.php" style="display:inline">' . token()
    . "<input type=\"hidden\" name=\"module\" value=\"$module\"><input type=\"hidden\" name=\"action\" value=\"$action\">"
    . "<button type=\"submit\" class=\"btn btn-sm $class\" id=\"btn-$action-$module\">$label</button></form>";
?>
<table class="datatable" id="addonList">
  <tr><th>Module</th><th>Version</th><th>Author</th><th></th></tr>
<?php foreach ($addons as $addon) : ?>
<?php $config = $addon->config(); $name = $addon->name; $settings = $addon->settings(); ?>
  <tr id="<?= $name ?>" data-addon="<?= $name ?>">
    <td><b><?= e($config['name']) ?></b> <?= $addon->isActive() ? '<span class="label label-active">Active</span>' : '' ?><br><?= e($config['description']) ?></td>
    <td><?= e($config['version']) ?></td>
    <td><?= $config['author'] ?></td>
    <td>
      <?= $addon->isActive() ? $button($name, 'deactivate', 'Deactivate', 'btn-danger') : $button($name, 'activate', 'Activate', 'btn-success') ?>
<?php if ($addon->isActive()) : ?>
      <button type="button" class="btn btn-sm btn-configure" id="btn-configure-<?= $name ?>" data-target="#configure-<?= $name ?>">Configure</button>
<?php endif ?>
    </td>
  </tr>
<?php if ($addon->isActive()) : ?>
  <tr id="configure-<?= $name ?>" class="hidden"><td colspan="4">
    <form method="post" action="configaddonmods.php" id="frm-<?= $name ?>">
      <?= token() ?>
      <input type="hidden" name="module" value="<?= $name ?>"><input type="hidden" name="action" value="save">
      <table class="form">
<?php foreach ($config['fields'] as $field => $definition) : ?>
<?= row(e($definition['FriendlyName'] ?? $field), Page::view('addonfield', ['name' => "fields[$name][$field]", 'definition' => $definition, 'value' => $settings[$field] ?? '']), (string) ($definition['Description'] ?? '')) ?>
<?php endforeach ?>
<?= row('Access Control', implode('', array_map(static fn ($id, $role) => '<label class="checkbox-inline"><input type="checkbox" name="access[]" id="access-' . "$name-$id" . '" value="' . $id . '"' . (in_array((string) $id, explode(',', $settings['access'] ?? ''), true) ? ' checked' : '') . '> ' . e($role) . '</label>', array_keys($roles), $roles))) ?>
      </table>
      <div class="btn-container"><button type="submit" class="btn btn-primary" id="btn-save-<?= $name ?>">Save Changes</button></div>
    </form>
  </td></tr>
<?php endif ?>
<?php endforeach ?>
</table>
<script src="../assets/js/addonmods.js"></script>
