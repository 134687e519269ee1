<?php

/**
 * A custom field of a product, seen from the tariff that the product sells.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Fields;

final class FieldRow
{
    public const EXISTS = 'exists';
    public const MISSING = 'missing';
    public const DIFFERS = 'differs';
    public const OWN = 'own';

    /** @param string $state EXISTS, MISSING, DIFFERS (an administrator's choice, never undone) or OWN (the partner's own field) */
    public function __construct(
        public readonly string $name,
        public readonly string $friendly,
        public readonly string $state,
        public readonly bool $required,
        public readonly bool $onOrderForm,
        public readonly bool $adminOnly,
    ) {
    }

    /** @return array<string, string|bool> as the panel reads it */
    public function toArray(): array
    {
        return [
            'name' => $this->name,
            'friendly' => $this->friendly,
            'state' => $this->state,
            'required' => $this->required,
            'on_order_form' => $this->onOrderForm,
            'admin_only' => $this->adminOnly,
        ];
    }
}
