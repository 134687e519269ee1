<?php

/**
 * Custom Fields: one block per field, and the block that adds one.
 *
 * @var list<object> $customFields
 */

namespace Standin\Admin;

foreach ($customFields as $field) {
    echo Page::view('products/customfield', ['field' => $field]);
}
?>
<h2>Add New Custom Field</h2>
<?= Page::view('products/customfield', ['field' => null]) ?>
