<?php

/**
 * The form of a server group.
 *
 * @var ?object $group @var array<int, string> $available @var array<int, string> $selected
 */

namespace Standin\Admin;

use Standin\Html;
use Standin\ServerChoice;

$fillType = (string) ($group->filltype ?? ServerChoice::LEAST_FULL);
?>
<form method="post" action="configservers.php?action=savegroup&amp;id=<?= (int) ($group->id ?? 0) ?>" id="frmServerGroup">
  <?= token() ?>
  <table class="form">
<?= row('Name', text('name', $group->name ?? '')) ?>
<?= row('Fill Type', radio('filltype', '1', $fillType, 'Add to the least full server') . '<br>' . radio('filltype', '2', $fillType, 'Fill active server until full then switch to next least used')) ?>
    <tr>
      <td class="fieldlabel" width="20%">Selected Servers</td>
      <td class="fieldarea two-lists">
        <select id="serverslist" multiple size="6" class="form-control"><?= Html::options($available, null) ?></select>
        <span><button type="button" class="btn" id="serveradd">Add &raquo;</button><br><br><button type="button" class="btn" id="serverrem">&laquo; Remove</button></span>
        <select id="selectedservers" name="selectedservers[]" multiple size="6" class="form-control"><?= Html::options($selected, null) ?></select>
      </td>
    </tr>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnSaveGroup">Save Changes</button></div>
</form>
<script src="../assets/js/servergroup.js"></script>
