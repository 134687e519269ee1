<?php

/**
 * DailyCronJob: renews the stored price lists, asks for the balances and compares all services with the accounts; then the journal forgets what
 * is old. An account that is down keeps its old list and its old differences until tomorrow; no account's failure keeps the others waiting.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use Closure;
use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Funds\Funds;
use IspmanagerNoc\Journal\Retention;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class DailyRun
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        App::get()->unattended(static fn () => self::run(App::get()));
    }

    private static function run(App $app): void
    {
        foreach ($app->servers()->all() as $server) {
            $server->disabled || self::guarded("price list of $server->name", $server->name, static fn () => $app->refreshPrices($server));
        }
        foreach (Funds::accounts($app) as $server) {
            $server->disabled || self::guarded("balance of $server->name", $server->name, (new Funds($app, $server))->ask(...));
        }
        $app->compare()->run();
        self::guarded('cleaning of the journal', '', (new Retention($app->clock()))->run(...));
    }

    /** @param string $server whose account it is about */
    private static function guarded(string $what, string $server, Closure $work): void
    {
        try {
            $work();
        } catch (CommandFailed $failure) {
            Reports::note("$server: " . Texts::current()->ofFailure($failure));
        } catch (Throwable $failure) {
            Reports::failure($what, $failure);
        }
    }
}
