<?php

/**
 * The web path of this WHMCS, the same for the admin and the client area.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use WHMCS\Utility\Environment\WebHelper;

final class Site
{
    /** Without a slash at its end; empty when WHMCS stands in the root of its host. */
    public static function path(): string
    {
        return class_exists(WebHelper::class) ? rtrim((string) WebHelper::getBaseUrl(), '/') : '..';
    }
}
