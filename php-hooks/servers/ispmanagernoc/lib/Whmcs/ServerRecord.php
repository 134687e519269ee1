<?php

/**
 * A server record of WHMCS: one ispmanager account with its login. The password is never shown, logged or serialized.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Account\Host;
use SensitiveParameter;

final class ServerRecord
{
    /** @param int $id 0 while staff test a record that is not saved yet */
    public function __construct(
        public readonly int $id,
        public readonly string $name,
        public readonly string $hostname,
        public readonly string $username,
        #[SensitiveParameter] public readonly string $password,
        public readonly bool $disabled = false,
        public readonly bool $isDefault = false,
    ) {
    }

    public function isSameAccount(self $other): bool
    {
        return $this->fingerprint() === $other->fingerprint();
    }

    /** Tells one account from another without naming it, however its host is typed. */
    public function fingerprint(): string
    {
        return hash('sha256', Host::name($this->hostname) . "\n" . mb_strtolower(trim($this->username)));
    }

    /** @return array<string, mixed> what var_dump and print_r may show */
    public function __debugInfo(): array
    {
        return ['id' => $this->id, 'name' => $this->name, 'hostname' => $this->hostname];
    }
}
