<?php

/**
 * One operation in the journal, as it was when it was read.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Journal;

use IspmanagerNoc\Account\Money;

final class Entry
{
    /**
     * @param string $claim names the process that may send it
     * @param string $orderId the account's id; empty while there is none
     * @param array<string, string|int|list<string>|null> $facts what a later look at the account must know; never a secret
     * @param array<string, string|int> $textValues
     * @param int $createdAt, $sentAt, $lookedAt, $closedAt seconds since 1970; 0 for never
     */
    public function __construct(
        public readonly int $id,
        public readonly string $key,
        public readonly Operation $operation,
        public readonly int $serviceId,
        public readonly int $serverId,
        public readonly State $state,
        public readonly string $claim,
        public readonly string $orderId,
        public readonly ?Money $cost,
        public readonly array $facts,
        public readonly string $textKey,
        public readonly array $textValues,
        public readonly int $emptyLookups,
        public readonly int $createdAt,
        public readonly int $sentAt,
        public readonly int $lookedAt,
        public readonly int $closedAt,
    ) {
    }

    public static function of(object $row): self
    {
        return new self(
            (int) $row->id,
            (string) $row->operation_key,
            Operation::from($row->operation),
            (int) $row->service_id,
            (int) $row->server_id,
            State::from($row->state),
            (string) $row->claim,
            (string) $row->order_id,
            $row->cost_minor === null ? null : new Money((int) $row->cost_minor, (string) $row->cost_currency),
            (array) json_decode((string) $row->facts, true),
            (string) $row->text_key,
            (array) json_decode((string) $row->text_values, true),
            (int) $row->empty_lookups,
            (int) $row->created_at,
            (int) $row->sent_at,
            (int) $row->looked_at,
            (int) $row->closed_at,
        );
    }

    /** @return array<string, string|int|null> its columns, as of() reads them */
    public function row(): array
    {
        return [
            'id' => $this->id,
            'operation_key' => $this->key,
            'operation' => $this->operation->value,
            'service_id' => $this->serviceId,
            'server_id' => $this->serverId,
            'state' => $this->state->value,
            'claim' => $this->claim,
            'order_id' => $this->orderId,
            'cost_minor' => $this->cost?->minor,
            'cost_currency' => $this->cost?->currency ?? '',
            'facts' => json_encode($this->facts, JSON_THROW_ON_ERROR | JSON_FORCE_OBJECT),
            'text_key' => $this->textKey,
            'text_values' => json_encode($this->textValues, JSON_THROW_ON_ERROR | JSON_FORCE_OBJECT),
            'empty_lookups' => $this->emptyLookups,
            'looked_at' => $this->lookedAt,
            'created_at' => $this->createdAt,
            'sent_at' => $this->sentAt,
            'closed_at' => $this->closedAt,
        ];
    }

    public function fact(string $name): string
    {
        $value = $this->facts[$name] ?? '';
        return is_scalar($value) ? (string) $value : '';
    }

    /** Its place among the entries of its service: an order that turned up late is the newest of those that were there then. */
    public function rank(): int
    {
        return (int) $this->fact('rank') ?: $this->id;
    }

    /** When something last happened to it. */
    public function at(): int
    {
        return max($this->createdAt, $this->sentAt, $this->closedAt);
    }
}
