<?php

/**
 * ServerAdd, ServerEdit, ServerDelete: the record may now lead to another account, so what was stored of the old one is forgotten:
 * its price list and its failures.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;

final class ServerChanged
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        $serverId = (int) ($vars['serverid'] ?? 0);
        App::get()->prices()->forget($serverId);
        App::get()->breaker()->succeeded($serverId);
    }
}
