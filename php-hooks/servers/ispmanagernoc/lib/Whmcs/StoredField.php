<?php

/**
 * A custom field of a product as WHMCS stores it: `name|friendly name` and its flags.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

final class StoredField
{
    public function __construct(
        public readonly int $id,
        public readonly string $name,
        public readonly string $friendly,
        public readonly bool $required,
        public readonly bool $onOrderForm,
        public readonly bool $adminOnly,
    ) {
    }
}
