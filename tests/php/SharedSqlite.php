<?php

/**
 * The database of a test on SQLite, as a file that other processes can open. It holds what the test has written so far.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use WHMCS\Database\Capsule;

trait SharedSqlite
{
    private ?string $file = null;

    protected function tearDown(): void
    {
        parent::tearDown();
        array_map(unlink(...), $this->file === null ? [] : (glob("$this->file*") ?: []));
    }

    protected function shared(): string
    {
        $this->file = sys_get_temp_dir() . '/ispnoc-' . bin2hex(random_bytes(8));
        Capsule::connection()->statement('VACUUM INTO ?', [$this->file]);
        return "sqlite:$this->file";
    }
}
