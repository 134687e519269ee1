<?php

/**
 * The theme of the client area: the setting, or what a visitor asks for by `systpl`, for the rest of the session.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Installation;
use Standin\Request;
use WHMCS\Config\Setting;

final class Theme
{
    /** WHMCS's own three, and two as third parties make them. What a theme lacks is taken from twenty-one. */
    public const ALL = ['twenty-one', 'nexus', 'six', 'cards', 'accordion'];

    public static function current(): string
    {
        $wanted = Request::text('systpl');
        if (in_array($wanted, self::ALL, true)) {
            $_SESSION['Template'] = $wanted;
        }
        return $_SESSION['Template'] ?? Setting::getValue('Template');
    }

    /** @return list<string> the folders of its templates, its own first */
    public static function folders(string $theme): array
    {
        $folder = static fn (string $name): string => Installation::root() . "/templates/$name";
        return array_map($folder, array_values(array_unique([$theme, 'twenty-one'])));
    }
}
