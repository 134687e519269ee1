<?php

/**
 * Staff logout; a client's login in the same session stays.
 */

declare(strict_types=1);

unset($_SESSION['adminid']);
Standin\Request::redirect('login.php');
