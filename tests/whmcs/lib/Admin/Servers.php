<?php

/**
 * Server records and groups as staff edit them.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Crypt;
use Standin\Hooks;
use Standin\Html;
use Standin\Module\Params;
use Standin\Module\ServerModule;
use Standin\Request;
use WHMCS\Database\Capsule;

final class Servers
{
    private const TEXTS = ['name', 'hostname', 'ipaddress', 'assignedips', 'noc', 'statusaddress', 'username'];
    /** What the form shows instead of a stored password; sent back unchanged it keeps the password. */
    public const KEPT = '********';

    public static function save(int $serverId): int
    {
        $columns = self::fromForm();
        $columns += ['disabled' => (int) Request::isTicked('disabled'), 'updated_at' => date('Y-m-d H:i:s')];
        if ($serverId > 0) {
            Capsule::table('tblservers')->where('id', $serverId)->update($columns);
        } else {
            $columns += ['assignedips' => '', 'password' => '', 'accesshash' => '', 'created_at' => date('Y-m-d H:i:s')];
            $columns['active'] = (int) !Capsule::table('tblservers')->where('type', $columns['type'])->exists();
            $serverId = (int) Capsule::table('tblservers')->insertGetId($columns);
            Hooks::run('ServerAdd', ['serverid' => $serverId]);
        }
        Capsule::table('tblserversssoperms')->where('server_id', $serverId)->delete();
        if (Request::text('restrictsso') === '1') {
            foreach (Request::list('ssoroles') as $roleId) {
                Capsule::table('tblserversssoperms')->insert(['server_id' => $serverId, 'role_id' => (int) $roleId]);
            }
        }
        Hooks::run('ServerEdit', ['serverid' => $serverId]);
        return $serverId;
    }

    /** Asks the module whether it can reach the server described in the form. */
    public static function test(int $serverId): array
    {
        $stored = (array) Params::server($serverId);
        $columns = self::fromForm() + $stored + ['password' => '', 'accesshash' => '', 'id' => 0];
        $module = ServerModule::load($columns['type']);
        if (!$module->has('TestConnection')) {
            return ['success' => false, 'error' => 'Test Connection is not supported by this module'];
        }
        return $module->call('TestConnection', Params::forServer((object) $columns)) + ['success' => false, 'error' => ''];
    }

    public static function makeDefault(int $serverId): void
    {
        $type = Capsule::table('tblservers')->where('id', $serverId)->value('type');
        Capsule::table('tblservers')->where('type', $type)->update(['active' => 0]);
        Capsule::table('tblservers')->where('id', $serverId)->update(['active' => 1]);
    }

    public static function delete(int $serverId): bool
    {
        if (Capsule::table('tblhosting')->where('server', $serverId)->exists()) {
            return false;
        }
        Capsule::table('tblservers')->where('id', $serverId)->delete();
        Capsule::table('tblservergroupsrel')->where('serverid', $serverId)->delete();
        Hooks::run('ServerDelete', ['serverid' => $serverId]);
        return true;
    }

    public static function saveGroup(int $groupId): void
    {
        $columns = ['name' => Request::text('name'), 'filltype' => Request::int('filltype')];
        if ($groupId > 0) {
            Capsule::table('tblservergroups')->where('id', $groupId)->update($columns);
        } else {
            $groupId = (int) Capsule::table('tblservergroups')->insertGetId($columns);
        }
        Capsule::table('tblservergroupsrel')->where('groupid', $groupId)->delete();
        foreach (Request::list('selectedservers') as $serverId) {
            Capsule::table('tblservergroupsrel')->insert(['groupid' => $groupId, 'serverid' => (int) $serverId]);
        }
    }

    public static function deleteGroup(int $groupId): void
    {
        Capsule::table('tblservergroups')->where('id', $groupId)->delete();
        Capsule::table('tblservergroupsrel')->where('groupid', $groupId)->delete();
    }

    /** No row means that the server is unrestricted. */
    public static function maySignOn(int $serverId, int $roleId): bool
    {
        $roles = self::ssoRoles($serverId);
        return $roles === [] || in_array($roleId, $roles, true);
    }

    /** @return list<int> */
    public static function ssoRoles(int $serverId): array
    {
        return Capsule::table('tblserversssoperms')->where('server_id', $serverId)->pluck('role_id')->map('intval')->all();
    }

    /**
     * What the module says to a member of this role.
     *
     * @return array<string, mixed>|null null when the server does not let the role in, and then the module is not asked
     */
    public static function signOnAnswer(int $serverId, int $roleId): ?array
    {
        $server = Params::server($serverId);
        return $server === null || !self::maySignOn($serverId, $roleId)
            ? null
            : ServerModule::load($server->type)->call('AdminSingleSignOn', Params::forServer($server));
    }

    /** Sends the browser on to where the module's single sign-on says, or back with its error. */
    public static function signOn(int $serverId, object $admin): never
    {
        $answer = self::signOnAnswer($serverId, (int) $admin->roleid);
        if ($answer === null) {
            http_response_code(403);
            Page::show('Access Denied', 'denied', ['permission' => 'Single Sign-On for this server']);
        }
        if ($answer['success'] ?? false) {
            Request::redirect($answer['redirectTo']);
        }
        Page::notice('Single Sign-On Failed: ' . ($answer['errorMsg'] ?? $answer['error'] ?? ''), 'danger');
        Request::redirect('whmcsconnect.php');
    }

    /** @return array<string, mixed> the columns that the form carries */
    private static function fromForm(): array
    {
        $columns = ['type' => Request::text('type')];
        foreach (self::TEXTS as $name) {
            $columns[$name] = Request::text($name);
        }
        $columns['name'] = $columns['name'] ?: $columns['hostname'];
        $columns['monthlycost'] = (float) Request::text('monthlycost', '0');
        $columns['maxaccounts'] = Request::int('maxaccounts');
        $columns['secure'] = Request::isTicked('secure') ? 'on' : '';
        foreach (range(1, 5) as $number) {
            $columns["nameserver$number"] = Request::text("nameserver$number");
            $columns["nameserver{$number}ip"] = Request::text("nameserver{$number}ip");
        }
        foreach (['password', 'accesshash'] as $name) {
            $secret = Request::secret($name);
            if (isset($_POST[$name]) && $secret !== self::KEPT) {
                $columns[$name] = $secret === '' ? '' : Crypt::encrypt($secret);
            }
        }
        return $columns;
    }
}
