<?php

/**
 * What an addon module printed, with its sidebar.
 *
 * @var string $output @var string $sidebar
 */

?>
<?= $sidebar === '' ? '' : "<aside id=\"addonSidebar\">$sidebar</aside>" ?>
<div id="addonOutput"><?= $output ?></div>
