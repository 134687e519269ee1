<?php

/**
 * The hosts that may hold an account: the ones of the manual, and the developer's own machine when configuration.php allows it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use IspmanagerNoc\Exception\Refused;

final class Host
{
    /** What people type => where calls go and where the account's own pages are. */
    private const KNOWN = [
        'my.ispmanager.ru' => ['api.ispmanager.ru', 'my.ispmanager.ru'],
        'api.ispmanager.ru' => ['api.ispmanager.ru', 'my.ispmanager.ru'],
        'eu.ispmanager.com' => ['api-eu.ispmanager.com', 'eu.ispmanager.com'],
        'api-eu.ispmanager.com' => ['api-eu.ispmanager.com', 'eu.ispmanager.com'],
    ];

    private function __construct(
        public readonly string $calls,
        public readonly string $pages,
        public readonly bool $isLoopback,
    ) {
    }

    /** @param string $typed with or without https://, a path or a slash */
    public static function parse(string $typed, bool $acceptsLoopback): self
    {
        if (preg_match('~^\s*(?:([a-z][a-z0-9+.-]*)://)?([^/?#\s]*)(?:[/?#]\S*)?\s*$~i', $typed, $part) !== 1 || $part[2] === '') {
            throw new Refused($typed === '' ? 'refused.host-empty' : 'refused.host-unknown', ['host' => self::shown($typed)]);
        }
        if (str_contains($part[2], '@')) {
            throw new Refused('refused.host-login');
        }
        $host = strtolower($part[2]);
        if ($acceptsLoopback && preg_match('/^(127\.0\.0\.1|localhost)(:\d{1,5})?$/', $host) === 1) {
            return new self("http://$host/manager/billmgr", "http://$host/billmgr", true);
        }
        $scheme = strtolower($part[1]);
        if ($scheme !== '' && $scheme !== 'https') {
            throw new Refused('refused.host-scheme', ['host' => self::shown($host)]);
        }
        $known = self::KNOWN[(string) preg_replace('/:443$/', '', $host)] ?? null;
        if ($known === null) {
            throw new Refused('refused.host-unknown', ['host' => self::shown($host)]);
        }
        return new self("https://$known[0]/manager/billmgr", "https://$known[1]/billmgr", false);
    }

    /** The host that calls to this record go to, however it is typed: one billing has one. */
    public static function name(string $typed): string
    {
        $name = (string) preg_replace('~^https?://|[/?#:].*$|\\s~s', '', strtolower($typed));
        return self::KNOWN[$name][0] ?? strtolower($typed);
    }

    /** Scheme and host of the calls, without a path. */
    public function origin(): string
    {
        return substr($this->calls, 0, (int) strpos($this->calls, '/', strlen('https://')));
    }

    /** A login typed in front of the host must not be repeated. */
    private static function shown(string $host): string
    {
        return mb_strimwidth((string) preg_replace('/^.*@/s', '', $host), 0, 100, '…');
    }
}
