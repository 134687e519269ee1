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
    public const NAMES = ['en', 'ru'];
    private const CHOSEN = 'language';

    /** Staff's own on their pages, the client's in the client area, the installation's in cron. */
    public static function current(): string
    {
        try {
            return match (true) {
                self::isStaffPage() => self::staff(),
                isset($_SESSION['uid']) || isset($_SESSION['Language']) => self::client(),
                self::isAutomation() => self::chosen() ?? self::installation(),
                default => self::installation(),
            };
        } catch (Throwable) {
            return 'en';
        }
    }

    public static function staff(): string
    {
        return self::chosen() ?? self::code((string) Staff::current()?->language) ?? self::installation();
    }

    /** What staff have chosen for all that the module tells them; null where each reads the own one. */
    public static function chosen(): ?string
    {
        try {
            $chosen = OwnSettings::get(self::CHOSEN);
        } catch (Throwable) {
            // A text in another language is better than none.
            $chosen = null;
        }
        return in_array($chosen, self::NAMES, true) ? $chosen : null;
    }

    /** @param string|null $name one of NAMES; null for each reader's own */
    public static function choose(?string $name): void
    {
        OwnSettings::set(self::CHOSEN, $name ?? '');
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

    /** A visitor who is not logged in is none of it. */
    private static function isAutomation(): bool
    {
        return PHP_SAPI === 'cli' && !defined('CLIENTAREA');
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
