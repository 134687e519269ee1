<?php

/**
 * The list of e-mail templates.
 *
 * @var list<object> $templates
 */

namespace Standin\Admin;

?>
<p><a href="configemailtemplates.php?action=edit" class="btn btn-primary" id="btnCreateTemplate">Create New Email Template</a></p>
<table class="datatable" id="templateList">
  <tr><th>Template</th><th>Type</th><th>Subject</th></tr>
<?php foreach ($templates as $template) : ?>
  <tr data-template="<?= $template->id ?>"><td><a href="configemailtemplates.php?action=edit&amp;id=<?= $template->id ?>"><?= e($template->name) ?></a></td><td><?= e($template->type) ?></td><td><?= e($template->subject) ?></td></tr>
<?php endforeach ?>
</table>
