<?php

/**
 * The facts that PHP shares with the panel, read from the generated contract.php.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

final class Contract
{
    /** @var array<string, mixed>|null */
    private static ?array $facts = null;

    /** @return mixed one section: kinds, periods, statuses, settings, actions, errors, views, version */
    public static function get(string $section): mixed
    {
        $facts = self::$facts ??= require dirname(__DIR__) . '/contract.php';
        return $facts[$section];
    }
}
