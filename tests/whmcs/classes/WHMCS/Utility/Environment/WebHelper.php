<?php

/**
 * The web path of the installation's root, without a trailing slash: what is left of the running script's address without its place in the
 * installation. It is the same from both areas, and empty where the installation is the root of its host.
 */

declare(strict_types=1);

namespace WHMCS\Utility\Environment;

use Standin\Installation;

final class WebHelper
{
    public static function getBaseUrl(): string
    {
        $root = (string) realpath(Installation::root());
        $file = (string) realpath((string) ($_SERVER['SCRIPT_FILENAME'] ?? ''));
        $address = (string) ($_SERVER['SCRIPT_NAME'] ?? '');
        if (Installation::root() === '' || !str_starts_with($file, "$root/")) {
            return '';
        }
        $place = substr($file, strlen($root));
        return str_ends_with($address, $place) ? substr($address, 0, -strlen($place)) : '';
    }
}
