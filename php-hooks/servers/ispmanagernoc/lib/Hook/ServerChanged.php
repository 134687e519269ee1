<?php

/**
 * ServerAdd, ServerEdit, ServerDelete: a person has seen to the record, so its failures no longer count. The price list stays:
 * it knows whose it is, and is not shown for a record that leads to another account. Only a record that is gone takes its list and its
 * differences along.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;

final class ServerChanged
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        $app = App::get();
        $serverId = (int) ($vars['serverid'] ?? 0);
        $app->breaker()->succeeded($serverId);
        if ($app->servers()->find($serverId) === null) {
            $app->prices()->forget($serverId);
            $app->differences()->forgetServers([$serverId]);
        }
    }
}
