<?php

/**
 * The module queue.
 *
 * @var list<object> $entries
 */

namespace Standin\Admin;

?>
<table class="datatable" id="moduleQueue">
  <tr><th>Service</th><th>Module</th><th>Action</th><th>Last Attempt</th><th>Error</th><th>Retries</th><th></th></tr>
<?php foreach ($entries as $entry) : ?>
  <tr data-entry="<?= $entry->id ?>"><td><a href="clientsservices.php?userid=<?= $entry->userid ?>&amp;id=<?= $entry->service_id ?>">#<?= $entry->service_id ?></a></td>
    <td><?= e($entry->module_name) ?></td><td><?= e($entry->module_action) ?></td><td><?= e($entry->last_attempt) ?></td>
    <td><?= e($entry->last_attempt_error) ?></td><td><?= $entry->num_retries ?></td>
    <td><form method="post" action="modulequeue.php?id=<?= $entry->id ?>"><?= token() ?>
      <button type="submit" name="action" value="retry" class="btn btn-sm btn-primary btn-retry">Retry</button>
      <button type="submit" name="action" value="resolve" class="btn btn-sm">Mark Resolved</button></form></td></tr>
<?php endforeach ?>
<?php if ($entries === []) : ?>
  <tr><td colspan="7" class="empty">The module queue is empty</td></tr>
<?php endif ?>
</table>
