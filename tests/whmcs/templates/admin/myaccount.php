<?php

/**
 * The form of My Account.
 *
 * @var object $admin
 */

namespace Standin\Admin;

?>
<form method="post" action="myaccount.php" id="frmMyAccount">
  <?= token() ?>
  <table class="form">
<?= row('Username', e($admin->username)) ?>
<?= row('Language', select('language', ['english' => 'English', 'russian' => 'Russian'], $admin->language), 'Modules speak it; this stand-in is English only') ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveAccount">Save Changes</button></div>
</form>
