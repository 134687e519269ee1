<?php

/**
 * The frame of a service's page: the choice among the client's services, and the content that module commands replace.
 *
 * @var object $service @var list<object> $siblings @var string $content
 */

namespace Standin\Admin;

$names = [];
foreach ($siblings as $sibling) {
    $names[$sibling->id] = "#$sibling->id $sibling->name ($sibling->domainstatus)";
}
?>
<p><a href="clientssummary.php?userid=<?= $service->userid ?>">Summary</a> · Products/Services</p>
<form method="get" action="clientsservices.php" id="frmServiceSelect">
  <input type="hidden" name="userid" value="<?= $service->userid ?>">
  <?= select('productselect', $names, $service->id) ?> <button type="submit" class="btn btn-sm">Go</button>
</form>
<div id="profileContent" data-userid="<?= $service->userid ?>" data-id="<?= $service->id ?>">
<div id="servicecontent">
<?= $content ?>
</div>
</div>
<script src="../assets/js/service.js"></script>
