<?php

/**
 * Shown when a member of staff lacks a permission.
 *
 * @var string $permission
 */

namespace Standin\Admin;

?>
<div class="alert alert-danger" id="accessDenied">You do not have permission to access this page (<?= e($permission) ?>).</div>
