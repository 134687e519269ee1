<?php

/**
 * The module log.
 *
 * @var bool $isOn @var list<object> $entries
 */

namespace Standin\Admin;

?>
<form method="post" action="systemmodulelog.php">
  <?= token() ?>
  <button type="submit" name="action" value="<?= $isOn ? 'disable' : 'enable' ?>" class="btn" id="btnDebug"><?= $isOn ? 'Disable Debug Logging' : 'Enable Debug Logging' ?></button>
  <button type="submit" name="action" value="clear" class="btn">Reset Debug Log</button>
</form><br>
<table class="datatable" id="moduleLog">
  <tr><th>Date</th><th>Module</th><th>Action</th><th>Request</th><th>Response</th><th>Processed</th></tr>
<?php foreach ($entries as $entry) : ?>
  <tr><td><?= e($entry->date) ?></td><td><?= e($entry->module) ?></td><td><?= e($entry->action) ?></td>
    <td><pre><?= e($entry->request) ?></pre></td><td><pre><?= e($entry->response) ?></pre></td><td><pre><?= e($entry->arrdata) ?></pre></td></tr>
<?php endforeach ?>
<?php if ($entries === []) : ?>
  <tr><td colspan="6" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
