<?php

/**
 * The tables of custom fields and of their values.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

final class FieldTable
{
    /** @return list<StoredField> in the order in which they are shown */
    public function ofProduct(int $productId): array
    {
        $rows = Capsule::table('tblcustomfields')
            ->where(['type' => 'product', 'relid' => $productId])
            ->orderBy('sortorder')
            ->orderBy('id')
            ->get()
            ->all();
        return array_values(array_map(self::field(...), $rows));
    }

    /**
     * Fields of that name on all products of this module.
     *
     * @param list<string> $names
     * @return array<int, string> names by the fields' ids
     */
    public function idsNamed(array $names): array
    {
        $rows = Capsule::table('tblcustomfields')
            ->where('type', 'product')
            ->whereIn('relid', Capsule::table('tblproducts')->where('servertype', Module::NAME)->select('id'))
            ->get();
        $ids = [];
        foreach ($rows as $row) {
            $field = self::field($row);
            if (in_array($field->name, $names, true)) {
                $ids[$field->id] = $field->name;
            }
        }
        return $ids;
    }

    /** @return int|null the product that the field belongs to; null when it is no product's */
    public function productOf(int $fieldId): ?int
    {
        $product = Capsule::table('tblcustomfields')->where(['type' => 'product', 'id' => $fieldId])->value('relid');
        return $product === null ? null : (int) $product;
    }

    /** Every documented column gets a value: a strict database has no defaults for texts. @return int the field's id */
    public function create(int $productId, string $fieldName, bool $required, bool $onOrderForm, int $position): int
    {
        return (int) Capsule::table('tblcustomfields')->insertGetId([
            'type' => 'product',
            'relid' => $productId,
            'fieldname' => $fieldName,
            'fieldtype' => 'text',
            'description' => '',
            'fieldoptions' => '',
            'regexpr' => '',
            'adminonly' => '',
            'required' => $required ? 'on' : '',
            'showorder' => $onOrderForm ? 'on' : '',
            'showinvoice' => '',
            'sortorder' => $position,
        ] + $this->moments('tblcustomfields', 'created_at', 'updated_at'));
    }

    /** Only for a field that nobody has filled yet. */
    public function delete(int $fieldId): void
    {
        Capsule::table('tblcustomfields')->where('id', $fieldId)->delete();
    }

    /**
     * @param array<array-key, int> $fieldIds
     * @return array<int, string> decoded, by the field's id
     */
    public function values(int $serviceId, array $fieldIds): array
    {
        $rows = Capsule::table('tblcustomfieldsvalues')->where('relid', $serviceId)->whereIn('fieldid', array_values($fieldIds))->get();
        $values = [];
        foreach ($rows as $row) {
            $values[(int) $row->fieldid] = Encoded::decode((string) $row->value);
        }
        return $values;
    }

    public function save(int $fieldId, int $serviceId, string $value): void
    {
        $stored = Encoded::encode($value);
        $row = Capsule::table('tblcustomfieldsvalues')->where(['fieldid' => $fieldId, 'relid' => $serviceId]);
        if ($row->exists()) {
            $row->update(['value' => $stored] + $this->moments('tblcustomfieldsvalues', 'updated_at'));
            return;
        }
        Capsule::table('tblcustomfieldsvalues')->insert(
            ['fieldid' => $fieldId, 'relid' => $serviceId, 'value' => $stored] + $this->moments('tblcustomfieldsvalues', 'created_at', 'updated_at')
        );
    }

    /**
     * The fields of other modules' products that name orders of ispmanager: such products know licences as well, for other programs may call something else
     * so. What clients may write on the order form claims nothing.
     *
     * @return list<int>
     */
    public function ordersOfOtherModules(): array
    {
        $own = array_map(intval(...), Capsule::table('tblproducts')->where('servertype', Module::NAME)->pluck('id')->all());
        $orders = $products = [];
        foreach (Capsule::table('tblcustomfields')->where('type', 'product')->get() as $row) {
            $field = self::field($row);
            $product = (int) $row->relid;
            if ($field->name === 'item') {
                $products[$product] = true;
            } elseif ($field->name === 'order_id' && !$field->onOrderForm && !in_array($product, $own, true)) {
                $orders[$field->id] = $product;
            }
        }
        return array_keys(array_filter($orders, static fn (int $product): bool => isset($products[$product])));
    }

    /**
     * Whether another service has this order in its field.
     *
     * @param list<int> $serverIds looks at services on these server records and on none of this module; empty for all
     */
    public function isOrderOfOther(string $orderId, array $serverIds, int $serviceId): bool
    {
        $isThere = static fn (Builder $rows) => $rows->whereIn('tblhosting.server', $serverIds)->orWhereNotIn('tblhosting.server', Servers::ids());
        $rows = static fn (): Builder => Capsule::table('tblcustomfieldsvalues')
            ->join('tblhosting', 'tblhosting.id', '=', 'tblcustomfieldsvalues.relid')
            ->where('tblhosting.id', '<>', $serviceId)
            ->whereRaw('trim(tblcustomfieldsvalues.value) = ?', [$orderId]);
        return $rows()
                ->whereIn('tblcustomfieldsvalues.fieldid', array_keys($this->idsNamed(['order_id'])))
                ->when($serverIds !== [], static fn (Builder $rows) => $rows->where($isThere))
                ->exists()
            || $rows()
                ->whereIn('tblcustomfieldsvalues.fieldid', $this->ordersOfOtherModules())
                ->whereIn('tblhosting.domainstatus', ServiceList::WITH_ORDER)
                ->exists();
    }

    private static function field(object $row): StoredField
    {
        $name = Encoded::decode((string) $row->fieldname);
        $parts = explode('|', $name, 2);
        return new StoredField(
            (int) $row->id,
            trim($parts[0]),
            trim($parts[1] ?? $parts[0]),
            $row->required === 'on',
            $row->showorder === 'on',
            $row->adminonly === 'on',
        );
    }

    /** @return array<string, string> now in each of the columns, where this WHMCS has them */
    private function moments(string $table, string ...$columns): array
    {
        return Capsule::schema()->hasColumns($table, $columns) ? array_fill_keys($columns, date('Y-m-d H:i:s')) : [];
    }
}
