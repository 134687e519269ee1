<?php

/**
 * Run as a process of its own: loads files of the modules in a WHMCS that is not all there, calls what it is told to, and prints as JSON what came
 * of each call. Notices are collected even where the module would catch them, and so is every attempt to reach the network.
 *
 * Arguments: the world (`bare`: nothing of WHMCS; `no-database`: its classes and functions, over a database that cannot be reached), the folder of
 * the modules, a JSON list of files to load, and one of functions to call with an empty array; `hooks` calls every hook instead.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account {
    /** Stands before PHP's own function of that name. */
    function curl_init(): never
    {
        \Alone::$network[] = 'curl_init';
        throw new \RuntimeException('network');
    }
}

namespace {
    final class Alone
    {
        /** @var list<string> */
        public static array $notices = [];
        /** @var list<string> */
        public static array $network = [];
        /** @var array<string, list<callable>> */
        public static array $hooks = [];

        /** @return array<string, mixed> */
        public static function outcome(callable $call): array
        {
            [self::$notices, self::$network] = [[], []];
            ob_start();
            try {
                $answer = $call();
                $thrown = null;
            } catch (Throwable $failure) {
                $answer = null;
                $thrown = $failure::class . ': ' . $failure->getMessage();
            }
            return [
                'type' => get_debug_type($answer),
                'answer' => is_object($answer) ? null : $answer,
                'thrown' => $thrown,
                'output' => (string) ob_get_clean(),
                'notices' => self::$notices,
                'network' => self::$network,
            ];
        }
    }

    [, $world, $modules, $files, $functions] = $argv;
    ini_set('error_log', '/dev/null');
    if ($world === 'bare') {
        define('WHMCS', true);
        function add_hook(string $name, int $priority, callable $callback): void
        {
            Alone::$hooks[$name][] = $callback;
        }
    } else {
        require __DIR__ . '/../../whmcs/for-tests.php';
        Standin\Installation::open('', $modules, 'a secret for tests', 'admin');
        Standin\Database::connect('mysql://nobody:nothing@127.0.0.1:1/none');
    }
    set_error_handler(static function (int $severity, string $text, string $file): bool {
        str_starts_with($file, '/usr/share/php/') || Alone::$notices[] = $text;
        return true;
    });

    $outcomes = [];
    foreach (json_decode($files, true) as $file) {
        $outcomes[$file] = Alone::outcome(static function () use ($modules, $file): void {
            require "$modules/$file";
        });
    }
    if ($functions === 'hooks') {
        $names = $world === 'bare' ? array_keys(Alone::$hooks) : array_keys(Standin\Hooks::registered());
        $vars = ['pid' => 1, 'serverid' => 1, 'invoiceid' => 1, 'service' => (object) ['id' => 1], 'customfield' => [1 => 'x'], 'i' => '1'];
        foreach ($names as $name) {
            $outcomes[$name] = Alone::outcome(static fn (): mixed => $world === 'bare'
                ? array_map(static fn (callable $hook): mixed => $hook($vars), Alone::$hooks[$name])
                : Standin\Hooks::run($name, $vars));
        }
    } else {
        foreach (json_decode($functions, true) as $function) {
            $outcomes[$function] = Alone::outcome(static fn (): mixed => $function([]));
        }
    }
    echo json_encode($outcomes, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR);
}
