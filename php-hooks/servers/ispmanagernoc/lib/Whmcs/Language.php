<?php

/**
 * The language of the person who looks at the page, as far as the module speaks it: `en` or `ru`.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Throwable;
use WHMCS\Database\Capsule;

final class Language
{
    /** Staff's own on their pages, the client's in the client area, the installation's in cron. */
    public static function current(): string
    {
        try {
            return match (true) {
                self::isStaffPage() => self::staff(),
                isset($_SESSION['uid']) || isset($_SESSION['Language']) => self::client(),
                default => self::installation(),
            };
        } catch (Throwable) {
            return 'en';
        }
    }

    public static function staff(): string
    {
        return self::code((string) Staff::current()?->language) ?? self::installation();
    }

    public static function client(): string
    {
        $chosen = self::code(is_string($_SESSION['Language'] ?? null) ? $_SESSION['Language'] : '');
        if ($chosen !== null) {
            return $chosen;
        }
        $clientId = Visitor::clientId();
        $own = $clientId === null ? '' : (string) Capsule::table('tblclients')->where('id', $clientId)->value('language');
        return self::code($own) ?? self::installation();
    }

    private static function installation(): string
    {
        return self::code((string) Setting::get('Language')) ?? 'en';
    }

    private static function isStaffPage(): bool
    {
        return (int) ($_SESSION['adminid'] ?? 0) > 0 && !defined('CLIENTAREA');
    }

    private static function code(string $name): ?string
    {
        return match (true) {
            $name === '' => null,
            str_starts_with(strtolower($name), 'ru') => 'ru',
            default => 'en',
        };
    }
}
