<?php

/**
 * Client logout; a staff login in the same session stays.
 */

declare(strict_types=1);

unset($_SESSION['uid'], $_SESSION['standin_user'], $_SESSION['standin_masquerade'], $_SESSION['cart']);
Standin\Request::redirect('index.php');
