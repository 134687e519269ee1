<?php

/**
 * PHPUnit's command, for a PHP that cannot start /usr/bin/phpunit: one built as WebAssembly.
 */

declare(strict_types=1);

require 'PHPUnit/Autoload.php';

PHPUnit\TextUI\Command::main();
