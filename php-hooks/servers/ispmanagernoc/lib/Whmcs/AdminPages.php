<?php

/**
 * The addresses of WHMCS's own pages for staff, from the admin area on.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class AdminPages
{
    public const NEW_GROUP = 'configproducts.php?action=creategroup';

    public static function product(int $id): string
    {
        return "configproducts.php?action=edit&id=$id";
    }

    /** @param int $clientId 0 where it is not known: WHMCS finds the client by the service */
    public static function service(int $id, int $clientId): string
    {
        return ($clientId === 0 ? 'clientsservices.php?' : "clientsservices.php?userid=$clientId&") . "id=$id";
    }
}
