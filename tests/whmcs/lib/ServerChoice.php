<?php

/**
 * Which server record a new service gets: the default one, or one of the product's group by its fill type.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Database\Capsule;

final class ServerChoice
{
    public const LEAST_FULL = 1;
    public const FILL_ACTIVE = 2;

    /** Gives the service a server when it has none and one can be had. */
    public static function assign(int $serviceId): void
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        if ($service === null || (int) $service->server !== 0) {
            return;
        }
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $server = self::forProduct($product->servertype, (int) $product->servergroup);
        if ($server !== null) {
            Capsule::table('tblhosting')->where('id', $serviceId)->update(['server' => $server->id]);
        }
    }

    /** A disabled server is never chosen. */
    public static function forProduct(string $module, int $groupId): ?object
    {
        $servers = Capsule::table('tblservers')->where(['type' => $module, 'disabled' => 0]);
        if ($groupId === 0) {
            return $servers->where('active', 1)->first();
        }
        $members = Capsule::table('tblservergroupsrel')->where('groupid', $groupId)->pluck('serverid');
        $ordered = $servers->whereIn('id', $members)->orderByDesc('active')->orderBy('name')->get()->all();
        if ($ordered === []) {
            return null;
        }
        $fillType = (int) Capsule::table('tblservergroups')->where('id', $groupId)->value('filltype');
        if ($fillType === self::FILL_ACTIVE && self::fullness($ordered[0]) < 1.0) {
            return $ordered[0];
        }
        usort($ordered, static fn (object $a, object $b) => self::fullness($a) <=> self::fullness($b));
        return $ordered[0];
    }

    /** The part of the server's accounts that is taken; a server without a limit is never full. */
    private static function fullness(object $server): float
    {
        $limit = (int) $server->maxaccounts;
        return $limit === 0 ? 0.0 : self::accounts((int) $server->id) / $limit;
    }

    public static function accounts(int $serverId): int
    {
        return Capsule::table('tblhosting')->where('server', $serverId)->whereIn('domainstatus', ['Pending', 'Active', 'Suspended'])->count();
    }
}
