<?php

/**
 * A form of settings.
 *
 * @var string $page @var string $rows
 */

namespace Standin\Admin;

?>
<form method="post" action="<?= $page ?>" id="frmSettings">
  <?= token() ?>
  <table class="form">
<?= $rows ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveSettings">Save Changes</button></div>
</form>
