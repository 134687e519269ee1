<?php

/**
 * The module's name in WHMCS: its folder, the prefix of its functions and the value of tblproducts.servertype.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Module
{
    public const NAME = 'ispmanagernoc';

    /** Only a developer's installation accepts an account on its own machine, and only when configuration.php says so. */
    public static function acceptsLoopbackAccounts(): bool
    {
        return defined('ISPMANAGERNOC_LOOPBACK_ACCOUNTS') && constant('ISPMANAGERNOC_LOOPBACK_ACCOUNTS') === true;
    }
}
