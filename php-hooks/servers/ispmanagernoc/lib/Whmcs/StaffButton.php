<?php

/**
 * Whether a person of the staff has just pressed a module command on the page of a service.
 *
 * WHMCS calls the module in the same way for a payment, for the automation, for Retry in the module queue and for a button. Only the
 * button posts `modop` on that page. Staff who record a payment are logged in as well, so the session alone proves nothing; and
 * where the sign is missing, the call is taken for the automation's, which must hear a success when nothing is left to do.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class StaffButton
{
    public static function isAnyPressed(): bool
    {
        return isset($_POST['modop']) && Staff::current() !== null;
    }

    /** @param string $command as WHMCS posts it: `create`, `renew`, `terminate` */
    public static function isPressed(string $command): bool
    {
        return ($_POST['modop'] ?? null) === $command && Staff::current() !== null;
    }
}
