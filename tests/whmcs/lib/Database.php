<?php

/**
 * Connects WHMCS\Database\Capsule to SQLite (a file or memory) or MariaDB; a table that does not exist is refused with a clear text.
 */

declare(strict_types=1);

namespace Standin;

use Illuminate\Database\Connection;
use Illuminate\Database\MySqlConnection;
use Illuminate\Database\SQLiteConnection;
use WHMCS\Database\Capsule;

final class Database
{
    /** @param string $address `sqlite:/path/file`, `sqlite::memory:` or `mysql://user:pass@host:port/name` */
    public static function connect(string $address): void
    {
        self::watchForUnknownTables();
        $capsule = new Capsule();
        $capsule->addConnection(self::settings($address));
        $capsule->setAsGlobal();
        $capsule->bootEloquent();
        if (str_starts_with($address, 'sqlite:') && !str_contains($address, ':memory:')) {
            Capsule::connection()->statement('PRAGMA busy_timeout = 20000');
        }
    }

    /** @return array<string, mixed> */
    private static function settings(string $address): array
    {
        if (str_starts_with($address, 'sqlite:')) {
            return ['driver' => 'sqlite', 'database' => substr($address, 7), 'prefix' => ''];
        }
        $url = parse_url($address);
        if (!is_array($url) || ($url['scheme'] ?? '') !== 'mysql' || trim($url['path'] ?? '', '/') === '') {
            throw new \InvalidArgumentException("Not a database address: use sqlite or mysql://user:pass@host:port/name");
        }
        return [
            'driver' => 'mysql',
            'host' => $url['host'] ?? '127.0.0.1',
            'port' => $url['port'] ?? 3306,
            'database' => trim($url['path'], '/'),
            'username' => rawurldecode($url['user'] ?? ''),
            'password' => rawurldecode($url['pass'] ?? ''),
            'charset' => 'utf8mb4',
            'collation' => 'utf8mb4_unicode_ci',
            'prefix' => '',
            'strict' => false,
        ];
    }

    private static function watchForUnknownTables(): void
    {
        Connection::resolverFor('sqlite', static fn (...$a) => new class (...$a) extends SQLiteConnection {
            use RefusesUnknownTables;
        });
        Connection::resolverFor('mysql', static fn (...$a) => new class (...$a) extends MySqlConnection {
            use RefusesUnknownTables;
        });
    }
}
