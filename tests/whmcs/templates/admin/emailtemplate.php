<?php

/**
 * The form of an e-mail template.
 *
 * @var ?object $template null for a new one
 */

namespace Standin\Admin;

use Standin\Html;

?>
<form method="post" action="configemailtemplates.php?action=save&amp;id=<?= (int) ($template->id ?? 0) ?>" id="frmEmailTemplate">
  <?= token() ?>
  <table class="form">
<?= row('Name', $template === null ? text('name', '') : e($template->name)) ?>
<?= row('Subject', text('subject', Html::encode($template->subject ?? ''), 'input-400')) ?>
<?= row('Message', '<textarea name="message" id="input-message" rows="12" class="form-control">' . Html::encode($template->message ?? '') . '</textarea>') ?>
  </table>
  <p class="hint">Merge fields, for example: {$client_name}, {$service_product_name}, {$service_custom_field_bitninjakey}</p>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveTemplate">Save Changes</button></div>
</form>
