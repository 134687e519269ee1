<?php

/**
 * The client whose user is logged in to WHMCS's client area.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Authentication\CurrentUser;

final class Visitor
{
    /** Null when nobody is logged in. */
    public static function clientId(): ?int
    {
        $id = class_exists(CurrentUser::class)
            ? (int) ((new CurrentUser())->client()->id ?? 0)
            : (int) ($_SESSION['uid'] ?? 0);
        return $id > 0 ? $id : null;
    }
}
