<?php

/**
 * Lines of the activity log.
 *
 * @var list<object> $entries
 */

namespace Standin\Admin;

?>
<table class="datatable" id="activityLog">
  <tr><th>Date</th><th>Log Entry</th><th>User</th><th>IP Address</th></tr>
<?php foreach ($entries as $entry) : ?>
  <tr><td><?= e($entry->date) ?></td><td><?= e($entry->description) ?></td><td><?= e($entry->user) ?></td><td><?= e($entry->ipaddr) ?></td></tr>
<?php endforeach ?>
<?php if ($entries === []) : ?>
  <tr><td colspan="4" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
