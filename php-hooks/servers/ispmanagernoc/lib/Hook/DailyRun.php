<?php

/**
 * DailyCronJob: renews the stored price lists and compares all services with the accounts. An account that is down keeps its old list and
 * its old differences until tomorrow; no account's failure keeps the others waiting.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
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
            try {
                if (!$server->disabled) {
                    $app->refreshPrices($server);
                }
            } catch (CommandFailed $failure) {
                Reports::note("$server->name: " . Texts::current()->ofFailure($failure));
            } catch (Throwable $failure) {
                Reports::failure("price list of $server->name", $failure);
            }
        }
        $app->compare()->run();
    }
}
