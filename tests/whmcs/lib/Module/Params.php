<?php

/**
 * Builds the $params array that a server module gets: the boundary between stored values and module code.
 *
 * Stored texts are HTML-encoded and are handed over as they are stored; the server's password is handed over in plain text unless
 * the setting StandinEncodeServerPassword asks for the entity-encoded form that some installations hand over.
 */

declare(strict_types=1);

namespace Standin\Module;

use Standin\Crypt;
use Standin\CustomFields;
use Standin\Html;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;
use WHMCS\Service\Service;

final class Params
{
    /** @return array<string, mixed> */
    public static function forService(int $serviceId): array
    {
        $service = Service::findOrFail($serviceId);
        $row = Capsule::table('tblhosting')->find($serviceId);
        $product = Capsule::table('tblproducts')->find($row->packageid);
        $params = [
            'whmcsVersion' => Setting::getValue('Version'),
            'accountid' => $serviceId,
            'serviceid' => $serviceId,
            'addonId' => 0,
            'userid' => (int) $row->userid,
            'domain' => $row->domain,
            'username' => $row->username,
            'password' => Html::encode(Crypt::decrypt((string) $row->password)),
            'packageid' => (int) $row->packageid,
            'pid' => (int) $row->packageid,
            'serverid' => (int) $row->server,
            'status' => $row->domainstatus,
            'type' => $product->type,
            'producttype' => $product->type,
            'moduletype' => $product->servertype,
            'qty' => (int) $row->qty,
            'configoptions' => [],
            'customfields' => CustomFields::valuesByShortName($serviceId),
            'clientsdetails' => self::clientsDetails((int) $row->userid),
            'model' => $service,
        ];
        foreach (range(1, 24) as $position) {
            $params["configoption$position"] = $product->{"configoption$position"};
        }
        return $params + self::forServer(self::server((int) $row->server));
    }

    /**
     * The server* keys; without a server they are present and empty.
     *
     * @return array<string, mixed>
     */
    public static function forServer(?object $server): array
    {
        $password = $server === null ? '' : Crypt::decrypt((string) $server->password);
        if (Setting::getValue('StandinEncodeServerPassword') === 'on') {
            $password = Html::encode($password);
        }
        $isSecure = ($server->secure ?? '') === 'on';
        return [
            'server' => $server !== null,
            'serverid' => (int) ($server->id ?? 0),
            'serverip' => $server->ipaddress ?? '',
            'serverhostname' => $server->hostname ?? '',
            'serverusername' => $server->username ?? '',
            'serverpassword' => $password,
            'serveraccesshash' => $server === null ? '' : Crypt::decrypt((string) $server->accesshash),
            'serversecure' => $isSecure,
            'serverhttpprefix' => $isSecure ? 'https' : 'http',
            'serverport' => $server->port ?? '',
        ];
    }

    public static function server(int $serverId): ?object
    {
        return Capsule::table('tblservers')->find($serverId);
    }

    /** @return array<string, mixed> */
    private static function clientsDetails(int $clientId): array
    {
        $client = (array) Capsule::table('tblclients')->find($clientId);
        unset($client['password']);
        $client += ['fullname' => trim(($client['firstname'] ?? '') . ' ' . ($client['lastname'] ?? ''))];
        return $client + ['userid' => $clientId, 'client_id' => $clientId, 'countrycode' => $client['country'] ?? ''];
    }
}
