<?php

/**
 * The custom fields of products: which a tariff needs, creating the missing ones, and a service's values. Fields are found by the
 * part of their name before the bar, never by position, and what an administrator changed stays as it is.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Fields;

use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Whmcs\FieldTable;
use IspmanagerNoc\Whmcs\ServiceRecord;
use IspmanagerNoc\Whmcs\StoredField;

final class CustomFields
{
    public function __construct(private readonly FieldTable $table)
    {
    }

    /** @return list<FieldRow> those of the kind in the manual's order, then the partner's own */
    public function rows(int $productId, Kind $kind): array
    {
        $stored = $this->byName($productId);
        $rows = [];
        foreach ($kind->fields as $wanted) {
            $found = $stored[$wanted['name']] ?? null;
            $rows[] = $found === null ? self::missing($wanted) : self::row($found, self::fits($found, $wanted), $wanted);
            unset($stored[$wanted['name']]);
        }
        foreach ($stored as $own) {
            $rows[] = self::row($own, FieldRow::OWN);
        }
        return $rows;
    }

    /** Creates what the kind needs and the product lacks. @return int how many were created */
    public function ensure(int $productId, Kind $kind): int
    {
        $stored = $this->byName($productId);
        $created = [];
        foreach ($kind->fields as $position => $wanted) {
            if (!isset($stored[$wanted['name']])) {
                $created[$wanted['name']] = $this->create($productId, $wanted, $position);
            }
        }
        return $created === [] ? 0 : $this->withoutTwins($productId, $created);
    }

    /** @return array<string, string> values by the fields' names, decoded; a field without a value is an empty text */
    public function read(ServiceRecord $service): array
    {
        $fields = $this->byName($service->productId);
        $values = $this->table->values($service->id, array_map(static fn (StoredField $field): int => $field->id, $fields));
        return array_map(static fn (StoredField $field): string => $values[$field->id] ?? '', $fields);
    }

    /**
     * Writes what differs. A field that the product lacks is created as the manual has it.
     *
     * @param array<string, string> $values by the fields' names, as plain text
     * @return list<string> the names that were changed
     */
    public function write(ServiceRecord $service, array $values): array
    {
        $fields = $this->byName($service->productId);
        $current = $this->read($service);
        $changed = [];
        foreach ($values as $name => $value) {
            if (($current[$name] ?? null) === $value) {
                continue;
            }
            $id = isset($fields[$name]) ? $fields[$name]->id : $this->createNamed($service->productId, $name);
            $this->table->save($id, $service->id, $value);
            $changed[] = $name;
        }
        return $changed;
    }

    /**
     * Whether another service holds this order.
     *
     * @param list<int> $serverIds of the server records on which it would, or on none of this module; empty for any
     */
    public function isOrderOfOther(string $orderId, array $serverIds, int $serviceId): bool
    {
        return $this->table->isOrderOfOther($orderId, $serverIds, $serviceId);
    }

    /** Whether clients fill the field when they order. */
    public function isOnOrderForm(ServiceRecord $service, string $name): bool
    {
        return ($this->byName($service->productId)[$name] ?? null)?->onOrderForm ?? false;
    }

    /** @return array<string, StoredField> the first of each name */
    private function byName(int $productId): array
    {
        $byName = [];
        foreach ($this->table->ofProduct($productId) as $field) {
            $byName[$field->name] ??= $field;
        }
        return $byName;
    }

    /**
     * Another process may have created the same at that moment: the older field of each name stays.
     *
     * @param array<string, int> $created ids by name
     */
    private function withoutTwins(int $productId, array $created): int
    {
        $kept = $this->byId($productId);
        $twins = array_filter($created, static fn (int $id, string $name): bool => $kept[$name] < $id, ARRAY_FILTER_USE_BOTH);
        array_map($this->table->delete(...), $twins);
        return count($created) - count($twins);
    }

    /** @return array<string, int> the lowest id of each name */
    private function byId(int $productId): array
    {
        $ids = [];
        foreach ($this->table->ofProduct($productId) as $field) {
            $ids[$field->name] = min($ids[$field->name] ?? $field->id, $field->id);
        }
        return $ids;
    }

    private function createNamed(int $productId, string $name): int
    {
        foreach (Kind::all() as $kind) {
            foreach ($kind->fields as $position => $wanted) {
                if ($wanted['name'] === $name) {
                    return $this->create($productId, $wanted, $position);
                }
            }
        }
        throw new \LogicException("No kind has the field $name");
    }

    /** @param array{name: string, friendly: string, required: bool, on_order_form: bool, ...} $wanted */
    private function create(int $productId, array $wanted, int $position): int
    {
        return $this->table->create(
            $productId,
            "{$wanted['name']}|{$wanted['friendly']}",
            $wanted['required'],
            $wanted['on_order_form'],
            $position
        );
    }

    /** @param array{name: string, friendly: string, required: bool, on_order_form: bool, ...} $wanted */
    private static function missing(array $wanted): FieldRow
    {
        return new FieldRow(
            $wanted['name'],
            $wanted['friendly'],
            FieldRow::MISSING,
            $wanted['required'],
            $wanted['on_order_form'],
            false
        );
    }

    /** @param array{friendly: string, required: bool, on_order_form: bool, ...}|null $wanted */
    private static function row(StoredField $field, string $state, ?array $wanted = null): FieldRow
    {
        return new FieldRow($field->name, $field->friendly, $state, $field->required, $field->onOrderForm, $field->adminOnly, $wanted);
    }

    /** @param array{friendly: string, required: bool, on_order_form: bool, ...} $wanted */
    private static function fits(StoredField $field, array $wanted): string
    {
        $same = $field->friendly === $wanted['friendly'] && $field->required === $wanted['required']
            && $field->onOrderForm === $wanted['on_order_form'] && !$field->adminOnly;
        return $same ? FieldRow::EXISTS : FieldRow::DIFFERS;
    }
}
