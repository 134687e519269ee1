<?php

/**
 * A MariaDB server of the tests' own, in a temporary folder. It ends with the process that started it, however that ends.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use PDO;
use PDOException;
use PHPUnit\Framework\Assert;

final class MariaDb
{
    private const READY_WITHIN_SECONDS = 60;
    /** The shell waits for the end of its input. */
    private const RUN = <<<'SH'
        mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$1/data" --auth-root-authentication-method=normal --skip-test-db
        mariadbd --no-defaults --user="$(id -un)" --datadir="$1/data" --socket="$1/socket" --bind-address=127.0.0.1 --port="$2" \
            --skip-name-resolve --innodb-flush-log-at-trx-commit=0 &
        cat
        kill "$!"
        wait "$!"
        rm -rf "$1"
        SH;

    private static ?int $port = null;
    /** @var resource the server runs as long as this process holds it */
    private static mixed $process;
    private static int $databases = 0;

    /** @return string its address */
    public static function emptyDatabase(): string
    {
        $port = self::$port ??= self::start();
        $name = 'test' . ++self::$databases;
        self::connection($port)->exec('SET GLOBAL innodb_default_row_format = dynamic');
        self::connection($port)->exec("CREATE DATABASE $name DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return "mysql://root@127.0.0.1:$port/$name";
    }

    private static function start(): int
    {
        $path = getenv('PATH') . ':/usr/sbin:/usr/local/sbin';
        exec('PATH=' . escapeshellarg($path) . ' command -v mariadbd', $found, $code);
        if ($code !== 0) {
            Assert::fail('There is no MariaDB server on this machine: cargo xtask setup installs it');
        }
        $folder = sys_get_temp_dir() . '/ispnoc-mariadb-' . bin2hex(random_bytes(4));
        mkdir($folder, 0700);
        $port = self::freePort();
        $log = ['file', "$folder/log", 'a'];
        $command = ['setsid', 'sh', '-c', self::RUN, 'sh', $folder, (string) $port];
        self::$process = proc_open($command, [0 => ['pipe', 'r'], 1 => $log, 2 => $log], $pipes, null, ['PATH' => $path]);
        Assert::assertIsResource(self::$process);
        for ($deadline = microtime(true) + self::READY_WITHIN_SECONDS; microtime(true) < $deadline; usleep(50_000)) {
            try {
                self::connection($port);
                return $port;
            } catch (PDOException) {
                continue;
            }
        }
        Assert::fail('MariaDB was not ready: ' . file_get_contents("$folder/log"));
    }

    private static function connection(int $port): PDO
    {
        return new PDO("mysql:host=127.0.0.1;port=$port", 'root', '', [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
    }

    private static function freePort(): int
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        Assert::assertNotFalse($server);
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($server, false), ':'), 1);
        fclose($server);
        return $port;
    }
}
