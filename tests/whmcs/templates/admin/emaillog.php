<?php

/**
 * E-mails that would have been sent.
 *
 * @var list<object> $emails
 */

namespace Standin\Admin;

?>
<table class="datatable" id="emailLog">
  <tr><th>Date</th><th>Recipient</th><th>Subject</th><th>Message</th></tr>
<?php foreach ($emails as $email) : ?>
  <tr><td><?= e($email->date) ?></td><td><?= e($email->to) ?></td><td><?= e($email->subject) ?></td><td><pre><?= e($email->message) ?></pre></td></tr>
<?php endforeach ?>
<?php if ($emails === []) : ?>
  <tr><td colspan="4" class="empty">No Records Found</td></tr>
<?php endif ?>
</table>
