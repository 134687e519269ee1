<?php

/**
 * Lists server records, without their passwords.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\ServerChoice;
use WHMCS\Database\Capsule;

final class GetServers
{
    public function __invoke(array $values): array
    {
        $servers = Capsule::table('tblservers')->orderBy('id')->get()->map(static fn (object $server) => [
            'id' => $server->id,
            'name' => $server->name,
            'hostname' => $server->hostname,
            'ipaddress' => $server->ipaddress,
            'active' => (int) $server->disabled === 0,
            'activeServices' => ServerChoice::accounts((int) $server->id),
            'maxAllowedServices' => $server->maxaccounts,
            'module' => $server->type,
        ])->all();
        return ['servers' => $servers, 'fetchStatus' => false];
    }
}
