<?php

/**
 * Servers with their login buttons.
 *
 * @var list<object> $servers @var int $roleId
 */

namespace Standin\Admin;

use Standin\Module\ServerModule;

?>
<table class="datatable" id="connectList">
  <tr><th>Server Name</th><th>Module</th><th></th></tr>
<?php foreach ($servers as $server) : ?>
<?php $module = ServerModule::isInstalled($server->type) ? ServerModule::load($server->type) : null ?>
<?php if ($module?->has('AdminSingleSignOn')) : ?>
  <tr data-server="<?= $server->id ?>">
    <td><?= e($server->name) ?></td>
    <td><?= e($module->displayName()) ?></td>
    <td>
      <form method="post" action="whmcsconnect.php?serverid=<?= $server->id ?>">
        <?= token() ?>
        <button type="submit" class="btn btn-sm btn-primary btn-sso"<?= Servers::maySignOn((int) $server->id, $roleId) ? '' : ' disabled' ?>><?= e($module->metaData()['AdminSingleSignOnLabel'] ?? 'Login to Server') ?></button>
      </form>
    </td>
  </tr>
<?php endif ?>
<?php endforeach ?>
</table>
