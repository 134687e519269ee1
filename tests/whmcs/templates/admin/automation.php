<?php

/**
 * The form that runs the automation, and what the last run did.
 *
 * @var string $today @var list<string> $report
 */

namespace Standin\Admin;

?>
<form method="post" action="automation.php" id="frmCron">
  <?= token() ?>
  <table class="form">
<?= row('Date', text('date', $today, 'input-200', 'date'), 'The installation\'s date moves to this day') ?>
  </table>
  <div class="btn-container"><button type="submit" class="btn btn-primary" id="btnRunCron">Run Automation</button></div>
</form>
<?php if ($report !== []) : ?>
<h2>Report</h2>
<ul id="cronReport"><?php foreach ($report as $line) : ?><li><?= e($line) ?></li><?php endforeach ?></ul>
<?php endif ?>
