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

    /**
     * @param string $state EXISTS, MISSING, DIFFERS (an administrator's choice, never undone) or OWN (the partner's own field)
     * @param array{friendly: string, required: bool, on_order_form: bool, ...}|null $wanted as the manual has it; null for an own field
     */
    public function __construct(
        public readonly string $name,
        public readonly string $friendly,
        public readonly string $state,
        public readonly bool $required,
        public readonly bool $onOrderForm,
        public readonly bool $adminOnly,
        private readonly ?array $wanted = null,
    ) {
    }

    /** @return list<string> what differs from the manual: keys of texts */
    public function differences(): array
    {
        if ($this->state !== self::DIFFERS || $this->wanted === null) {
            return [];
        }
        return array_values(array_filter([
            $this->friendly === $this->wanted['friendly'] ? null : 'field.friendly',
            $this->required === $this->wanted['required'] ? null : ($this->required ? 'field.required' : 'field.not-required'),
            $this->onOrderForm === $this->wanted['on_order_form'] ? null : ($this->onOrderForm ? 'field.on-order-form' : 'field.not-on-order-form'),
            $this->adminOnly ? 'field.admin-only' : null,
        ]));
    }

    public function usualName(): string
    {
        return $this->wanted['friendly'] ?? $this->friendly;
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
