<?php

/**
 * Looks at all that the module needs. It asks no account: what is known of one is what the last calls have left.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Health;

use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Journal\JournalList;
use IspmanagerNoc\Page\Panel;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Shape\Tariffs;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\Database;
use IspmanagerNoc\Whmcs\ModuleHooks;
use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\Setting;
use IspmanagerNoc\Whmcs\Tables;

final class Health
{
    /** Set by the cron at each of its runs, to seconds since 1970. */
    public const LAST_CRON = 'last-cron';
    private const OLDEST_WHMCS = '8.9';
    /** More than an hour: a cron that runs hourly is not always on time. */
    private const CRON_SECONDS = 4500;
    /** A claim and a lock are taken for dead after some minutes. */
    private const CLOCK_SECONDS = 30;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return list<Check> */
    public function checks(): array
    {
        return [
            $this->good('module', Contract::get('version')),
            $this->files(),
            $this->good('php', PHP_VERSION),
            $this->whmcs(),
            $this->curl(),
            $this->good('tables', (string) Tables::version()),
            $this->good('roles', implode(', ', Addon::roles()) ?: '–'),
            $this->panel(),
            $this->hooks(),
            $this->cron(),
            $this->clock(),
            ...$this->servers(),
            $this->outcomes(),
        ];
    }

    private function whmcs(): Check
    {
        $version = Setting::get('Version') ?? '?';
        $isKnown = version_compare($version, self::OLDEST_WHMCS, '>=');
        return $isKnown ? $this->good('whmcs', $version) : $this->check(Level::Warning, 'whmcs', $version, ['oldest' => self::OLDEST_WHMCS]);
    }

    private function curl(): Check
    {
        $curl = function_exists('curl_version') ? curl_version() : false;
        return $curl === false
            ? $this->check(Level::Bad, 'curl', '–')
            : $this->good('curl', "{$curl['version']}, {$curl['ssl_version']}");
    }

    private function files(): Check
    {
        $files = Files::installed();
        $differing = $files->differing();
        return match (true) {
            !$files->hasList() => $this->check(Level::Warning, 'files', $this->texts->get('health.missing')),
            $differing !== [] => $this->check(Level::Warning, 'files', Files::told($this->texts, $differing)),
            default => $this->good('files', $this->texts->get('health.there')),
        };
    }

    private function panel(): Check
    {
        $assets = Panel::assets();
        $damaged = $assets->damaged();
        return match (true) {
            !$assets->available() => $this->check(Level::Warning, 'panel', $this->texts->get('health.missing')),
            $damaged !== [] => $this->check(Level::Warning, 'panel', Files::told($this->texts, $damaged)),
            default => $this->good('panel', $this->texts->get('health.there')),
        };
    }

    private function hooks(): Check
    {
        return ModuleHooks::areRegistered()
            ? $this->good('hooks', $this->texts->get('health.there'))
            : $this->check(Level::Bad, 'hooks', $this->texts->get('health.missing'));
    }

    private function cron(): Check
    {
        $at = (int) OwnSettings::get(self::LAST_CRON);
        return match (true) {
            $at === 0 => $this->check(Level::Bad, 'cron', $this->texts->get('health.never')),
            $this->app->clock()->now() - $at > self::CRON_SECONDS => $this->check(Level::Bad, 'cron', Moment::printed($at)),
            default => $this->good('cron', Moment::printed($at)),
        };
    }

    /** Between this web node and the database, which all nodes share. */
    private function clock(): Check
    {
        $ahead = Database::secondsAhead();
        $found = $this->texts->get('health.seconds', ['seconds' => $ahead]);
        return abs($ahead) > self::CLOCK_SECONDS ? $this->check(Level::Warning, 'clock', $found) : $this->good('clock', $found);
    }

    /** @return list<Check> */
    private function servers(): array
    {
        $servers = $this->app->servers()->all();
        if ($servers === []) {
            return [$this->check(Level::Bad, 'server', $this->texts->get('health.missing'))];
        }
        $checks = array_merge(...array_map($this->server(...), $servers));
        $hasDefault = array_filter($servers, static fn (ServerRecord $server): bool => $server->isDefault) !== [];
        return $hasDefault ? $checks : [...$checks, $this->check(Level::Warning, 'default-server', $this->texts->get('health.missing'))];
    }

    /** @return list<Check> */
    private function server(ServerRecord $server): array
    {
        $until = $this->app->breaker()->openUntil($server->id);
        $list = $this->app->prices()->stored($server);
        $notice = (new Tariffs($this->app, $this->texts))->notice($list);
        $names = ['server' => $server->name];
        $answeredAt = (new Funds($this->app, $server))->balance()?->askedAt;
        return [
            $until === 0
                ? $this->good('account', $answeredAt === null
                    ? $this->texts->get('health.no-trouble')
                    : $this->texts->get('health.answered', ['at' => Moment::printed($answeredAt)]), $names)
                : $this->check(Level::Bad, 'account', $this->texts->get('health.silent'), $names + ['at' => Moment::printed($until)]),
            $notice === null || $server->disabled
                ? $this->good('price-list', $list === null ? '–' : Moment::printed($list->fetchedAt), $names)
                : new Check(Level::Warning, $this->texts->get('health.price-list', $names), '–', $notice),
        ];
    }

    private function outcomes(): Check
    {
        $count = JournalList::waiting();
        return $count === 0 ? $this->good('outcomes', '0') : $this->check(Level::Warning, 'outcomes', (string) $count);
    }

    /** @param array<string, string> $values */
    private function good(string $name, string $found, array $values = []): Check
    {
        return new Check(Level::Good, $this->texts->get("health.$name", $values), $found);
    }

    /** @param array<string, string> $values */
    private function check(Level $level, string $name, string $found, array $values = []): Check
    {
        return new Check($level, $this->texts->get("health.$name", $values), $found, $this->texts->get("health.$name.do", $values));
    }
}
