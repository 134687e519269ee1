<?php

/**
 * A random name of this WHMCS, made once: the account keeps it in each order, so that two installations never take each other's.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class Installation
{
    public function id(): string
    {
        $stored = $this->stored();
        if ($stored !== null) {
            return $stored;
        }
        Database::own('settings')->insertOrIgnore(['name' => 'installation', 'value' => bin2hex(random_bytes(4))]);
        return (string) $this->stored();
    }

    private function stored(): ?string
    {
        return Database::own('settings')->where('name', 'installation')->value('value');
    }
}
