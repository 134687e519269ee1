<?php

/**
 * The web path of the installation's root, without a trailing slash. The stand-in is always served from the root of its host.
 */

declare(strict_types=1);

namespace WHMCS\Utility\Environment;

final class WebHelper
{
    public static function getBaseUrl(): string
    {
        return '';
    }
}
