<?php

/**
 * Reads the server records of WHMCS that belong to this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

final class Servers
{
    public function find(int $id): ?ServerRecord
    {
        $row = self::own()->where('id', $id)->first();
        return $row === null ? null : $this->record($row);
    }

    /** @return Builder the ids of all of them, for a query */
    public static function ids(): Builder
    {
        return self::own()->select('id');
    }

    /** Whether a server record exists but belongs to another module. */
    public function isForeign(int $id): bool
    {
        return Capsule::table('tblservers')->where('id', $id)->where('type', '<>', Module::NAME)->exists();
    }

    /** @return list<ServerRecord> the default one first */
    public function all(): array
    {
        $rows = self::own()->orderByDesc('active')->orderBy('name')->orderBy('id')->get()->all();
        return array_values(array_map($this->record(...), $rows));
    }

    /** @return list<int> the records that lead to the same account as this one, itself among them */
    public function ofAccount(int $id): array
    {
        $server = $this->find($id);
        $isSame = static fn (ServerRecord $record): bool => $server !== null && $record->isSameAccount($server);
        $same = array_map(static fn (ServerRecord $record): int => $record->id, array_filter($this->all(), $isSame));
        return $same === [] ? [$id] : array_values($same);
    }

    /**
     * The server that a new service of the product would get.
     *
     * @param int|null $serverGroup a group chosen in a form that is not saved yet; null is the product's own, 0 is "None"
     */
    public function forProduct(int $productId, ?int $serverGroup = null): ?ServerRecord
    {
        return $this->inGroup($serverGroup ?? $this->groupOf($productId));
    }

    /** The server group that is saved with the product; 0 for "None". */
    public function groupOf(int $productId): int
    {
        return (int) Capsule::table('tblproducts')->where('id', $productId)->value('servergroup');
    }

    /** The default server, or the first enabled one by its name, of the group; without a group the default server of the module. */
    public function inGroup(int $group): ?ServerRecord
    {
        $enabled = self::own()->where('disabled', 0)->orderByDesc('active')->orderBy('name')->orderBy('id');
        $row = $group === 0
            ? $enabled->where('active', 1)->first()
            : $enabled->whereIn('id', Capsule::table('tblservergroupsrel')->where('groupid', $group)->select('serverid'))->first();
        return $row === null ? null : $this->record($row);
    }

    /** @return array<int, string> names by ids */
    public function names(): array
    {
        return array_map(static fn (mixed $name): string => Encoded::decode((string) $name), self::own()->pluck('name', 'id')->all());
    }

    /** @return array<int, string> names of the server groups by ids */
    public function groups(): array
    {
        $names = Capsule::table('tblservergroups')->orderBy('name')->orderBy('id')->pluck('name', 'id')->all();
        return array_map(static fn (mixed $name): string => Encoded::decode((string) $name), $names);
    }

    /** @return list<int> the server groups, 0 for "None" among them, from which a new service gets a server of the same account */
    public function groupsOf(ServerRecord $server): array
    {
        $leadsThere = fn (int $group): bool => $this->inGroup($group)?->isSameAccount($server) ?? false;
        return array_values(array_filter([0, ...array_keys($this->groups())], $leadsThere));
    }

    /** Null for "None". */
    public function groupName(int $group): ?string
    {
        $name = $group === 0 ? null : Capsule::table('tblservergroups')->where('id', $group)->value('name');
        return $name === null ? null : Encoded::decode((string) $name);
    }

    /**
     * The record that staff are editing, with what stands in the form.
     *
     * @param array<string, mixed> $params of TestConnection or AdminSingleSignOn
     */
    public function fromParams(array $params): ServerRecord
    {
        $text = static fn (string $key): string => is_scalar($params[$key] ?? null) ? Encoded::decode((string) $params[$key]) : '';
        $hostname = $text('serverhostname') !== '' ? $text('serverhostname') : $text('serverip');
        return new ServerRecord(
            (int) ($params['serverid'] ?? 0),
            $text('servername') !== '' ? $text('servername') : $hostname,
            $hostname,
            $text('serverusername'),
            $text('serverpassword'),
        );
    }

    private static function own(): Builder
    {
        return Capsule::table('tblservers')->where('type', Module::NAME);
    }

    private function record(object $row): ServerRecord
    {
        return new ServerRecord(
            (int) $row->id,
            Encoded::decode((string) $row->name),
            Encoded::decode((string) $row->hostname),
            Encoded::decode((string) $row->username),
            Encoded::decode(self::decrypted((string) $row->password)),
            (int) $row->disabled === 1,
            (int) $row->active === 1,
        );
    }

    private static function decrypted(string $stored): string
    {
        if ($stored === '') {
            return '';
        }
        if (function_exists('decrypt')) {
            return (string) decrypt($stored);
        }
        return (string) (localAPI('DecryptPassword', ['password2' => $stored])['password'] ?? '');
    }
}
