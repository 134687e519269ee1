<?php

/**
 * The list of clients.
 *
 * @var list<object> $clients
 */

namespace Standin\Admin;

?>
<table class="datatable" id="clientList">
  <tr><th>ID</th><th>First Name</th><th>Last Name</th><th>Company Name</th><th>Email Address</th><th>Created</th><th>Status</th></tr>
<?php foreach ($clients as $client) : ?>
  <tr><td><a href="clientssummary.php?userid=<?= $client->id ?>"><?= $client->id ?></a></td>
    <td><a href="clientssummary.php?userid=<?= $client->id ?>"><?= e($client->firstname) ?></a></td><td><?= e($client->lastname) ?></td>
    <td><?= e($client->companyname) ?></td><td><?= e($client->email) ?></td><td><?= e($client->datecreated) ?></td><td><?= status($client->status) ?></td></tr>
<?php endforeach ?>
<?php if ($clients === []) : ?>
  <tr><td colspan="7" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
