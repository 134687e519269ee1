<?php

/**
 * The list of servers by module, with the default one starred, and the groups.
 *
 * @var list<object> $servers @var list<object> $groups @var array<string, string> $modules
 */

namespace Standin\Admin;

use Standin\Module\ServerModule;
use Standin\ServerChoice;
use WHMCS\Database\Capsule;

?>
<p>
  <a href="configservers.php?action=manage" id="btnAddServer" class="btn btn-primary">Add New Server</a>
  <a href="configservers.php?action=managegroup" id="btnCreateGroup" class="btn">Create New Group</a>
</p>
<table class="datatable" id="serverList">
  <tr><th>Server Name</th><th>Module</th><th>Hostname</th><th>Usage</th><th>Status</th><th></th></tr>
<?php foreach ($servers as $server) : ?>
  <tr data-server="<?= $server->id ?>">
    <td>
      <form method="post" action="configservers.php?action=setdefault&amp;id=<?= $server->id ?>" class="set-default">
        <?= token() ?>
        <button type="submit" class="btn btn-sm" title="Make this server the default of its module"><?= e($server->name) ?></button>
        <?= $server->active ? '<span class="default-star" title="Default server">★</span>' : '' ?>

      </form>
    </td>
    <td><?= e($modules[$server->type] ?? $server->type) ?></td>
    <td><?= e($server->hostname) ?></td>
    <td><?= ServerChoice::accounts((int) $server->id) ?> / <?= $server->maxaccounts ?: '∞' ?></td>
    <td><?= $server->disabled ? '<span class="label label-terminated">Disabled</span>' : '<span class="label label-active">Enabled</span>' ?></td>
    <td>
      <a class="btn btn-sm" href="configservers.php?action=manage&amp;id=<?= $server->id ?>">Edit</a>
<?php if (ServerModule::isInstalled($server->type) && ServerModule::load($server->type)->has('AdminSingleSignOn')) : ?>
      <form method="post" action="whmcsconnect.php?serverid=<?= $server->id ?>" style="display:inline">
        <?= token() ?><button type="submit" class="btn btn-sm btn-sso"><?= e(ServerModule::load($server->type)->metaData()['AdminSingleSignOnLabel'] ?? 'Login to Server') ?></button>
      </form>
<?php endif ?>
<?php if (ServerModule::isInstalled($server->type) && ServerModule::load($server->type)->has('AdminLink')) : ?>
      <?= ServerModule::load($server->type)->call('AdminLink', \Standin\Module\Params::forServer($server)) ?>
<?php endif ?>
      <form method="post" action="configservers.php?action=delete&amp;id=<?= $server->id ?>" style="display:inline">
        <?= token() ?><button type="submit" class="btn btn-sm btn-danger">Delete</button>
      </form>
    </td>
  </tr>
<?php endforeach ?>
<?php if ($servers === []) : ?>
  <tr><td colspan="6" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
<h2>Groups</h2>
<table class="datatable" id="groupList">
  <tr><th>Group Name</th><th>Fill Type</th><th>Servers</th><th></th></tr>
<?php foreach ($groups as $group) : ?>
  <tr data-group="<?= $group->id ?>">
    <td><?= e($group->name) ?></td>
    <td><?= (int) $group->filltype === ServerChoice::LEAST_FULL ? 'Add to the least full server' : 'Fill active server until full then switch to next least used' ?></td>
    <td><?= e(Capsule::table('tblservers')->whereIn('id', Capsule::table('tblservergroupsrel')->where('groupid', $group->id)->select('serverid'))->pluck('name')->implode(', ')) ?></td>
    <td>
      <a class="btn btn-sm" href="configservers.php?action=managegroup&amp;id=<?= $group->id ?>">Edit</a>
      <form method="post" action="configservers.php?action=deletegroup&amp;id=<?= $group->id ?>" style="display:inline">
        <?= token() ?><button type="submit" class="btn btn-sm btn-danger">Delete</button>
      </form>
    </td>
  </tr>
<?php endforeach ?>
<?php if ($groups === []) : ?>
  <tr><td colspan="4" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
