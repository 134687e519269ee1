<?php

/**
 * WHMCS's database, for the module's own tables; WHMCS's tables are read by the other classes of this folder.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Connection;
use Illuminate\Database\Query\Builder;
use Illuminate\Database\QueryException;
use Illuminate\Database\Schema\Builder as SchemaBuilder;
use WeakMap;
use WHMCS\Database\Capsule;

final class Database
{
    /** @var WeakMap<object, true>|null connections whose tables are known to be there */
    private static ?WeakMap $migrated = null;

    /** @var WeakMap<object, int>|null by connection */
    private static ?WeakMap $secondsAhead = null;

    /** @param string $name without the module's prefix: `journal` */
    public static function own(string $name): Builder
    {
        self::$migrated ??= new WeakMap();
        $connection = Capsule::connection();
        if (!isset(self::$migrated[$connection])) {
            Tables::migrate();
            self::$migrated[$connection] = true;
        }
        return self::table(Tables::PREFIX . $name);
    }

    /**
     * Writes a row of an own table whether it is there or not; a second process doing the same at that moment does no harm.
     *
     * @param array<string, string|int> $key
     * @param array<string, string|int> $values
     */
    public static function put(string $name, array $key, array $values): void
    {
        self::own($name)->insertOrIgnore($key + $values);
        self::own($name)->where($key)->update($values);
    }

    /** By how much the database's clock is ahead of this machine's. It is asked once. */
    public static function secondsAhead(): int
    {
        self::$secondsAhead ??= new WeakMap();
        $connection = Capsule::connection();
        return self::$secondsAhead[$connection] ??= self::now($connection) - time();
    }

    /** Somebody else's transaction would take the journal back with it, and shows other processes' claims as they were before. */
    public static function isInTransaction(): bool
    {
        return Capsule::connection()->transactionLevel() > 0 || Capsule::connection()->getPdo()->inTransaction();
    }

    public static function table(string $name): Builder
    {
        return Capsule::table($name);
    }

    public static function schema(): SchemaBuilder
    {
        return Capsule::schema();
    }

    private static function now(Connection $connection): int
    {
        $now = $connection->getDriverName() === 'sqlite' ? "strftime('%s', 'now')" : 'UNIX_TIMESTAMP()';
        return (int) $connection->selectOne("SELECT $now AS now")->now;
    }

    /** Whether an insert failed because a unique value is there already. */
    public static function isDuplicate(QueryException $failure): bool
    {
        return self::isOneOf($failure, [1062], 'UNIQUE constraint failed');
    }

    /** Whether a table or an index could not be made because there is one of that name. */
    public static function isThereAlready(QueryException $failure): bool
    {
        return self::isOneOf($failure, [1050, 1061], 'already exists');
    }

    /**
     * @param list<int> $codes of MySQL and MariaDB
     * @param string $words of SQLite, which has one code for many failures
     */
    private static function isOneOf(QueryException $failure, array $codes, string $words): bool
    {
        $code = (int) ($failure->errorInfo[1] ?? 0);
        return in_array($code, $codes, true) || ($code < 100 && str_contains((string) ($failure->errorInfo[2] ?? ''), $words));
    }
}
