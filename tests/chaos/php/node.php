<?php

/**
 * A web node. It reads one task a line, carries each out in a process of its own, which may be killed at any moment, and writes a line
 * when that process has ended. What the processes have in common, the classes, is loaded once, so that a process starts at once.
 *
 * Usage: node.php ROOT CLOCK-FILE
 */

declare(strict_types=1);

namespace Chaos;

(static function (string $root, string $clock): void {
    $standin = dirname(__DIR__, 2) . '/whmcs';
    define('WHMCS', true);
    define('ROOTDIR', $root);
    require "$standin/lib/autoload.php";
    require "$standin/lib/functions.php";
    foreach (['Beginning', 'Caller', 'Inspection', 'Processes'] as $class) {
        require __DIR__ . "/$class.php";
    }
    require "$root/modules/servers/ispmanagernoc/start.php";
    require __DIR__ . '/VirtualClock.php';
    require "$root/configuration.php";
    $_SESSION = [];
    $caller = new Caller($root, get_defined_vars(), $clock);
    (new Processes($caller, ["$standin/lib/", "$standin/classes/", "$root/modules/servers/ispmanagernoc/lib/", '/usr/share/php/']))->serve();
})($argv[1], $argv[2]);
