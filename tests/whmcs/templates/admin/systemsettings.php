<?php

/**
 * The blocks of System Settings that the member of staff may open.
 */

namespace Standin\Admin;

$blocks = [
    ['configgeneral.php', 'General Settings', 'Company, ordering, module debugging and this stand-in\'s switches', 'Configure General Settings'],
    ['configauto.php', 'Automation Settings', 'Invoices, suspension and termination', 'Configure Automation Settings'],
    ['configservers.php', 'Servers', 'The servers that modules work with', 'Configure Servers'],
    ['configproducts.php', 'Products/Services', 'Groups and products', 'View Products/Services'],
    ['configaddonmods.php', 'Addon Modules', 'Activate addons and choose who may open them', 'Configure Addon Modules'],
    ['configemailtemplates.php', 'Email Templates', 'Texts of e-mails', 'Create/Edit Email Templates'],
    ['configadminroles.php', 'Administrator Roles', 'What each role may do', 'Configure Administrator Roles'],
];
?>
<div class="blocks">
<?php foreach ($blocks as [$link, $name, $text, $permission]) : ?>
<?php if (Staff::may($permission)) : ?>
  <a class="block" href="<?= $link ?>"><b><?= e($name) ?></b><?= e($text) ?></a>
<?php endif ?>
<?php endforeach ?>
</div>
