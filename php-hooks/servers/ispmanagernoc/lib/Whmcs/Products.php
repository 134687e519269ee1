<?php

/**
 * Reads the products that use this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use IspmanagerNoc\Account\Money;
use WHMCS\Database\Capsule;

final class Products
{
    private const CYCLES = [
        'monthly' => 'Monthly',
        'quarterly' => 'Quarterly',
        'semiannually' => 'Semi-Annually',
        'annually' => 'Annually',
        'biennially' => 'Biennially',
        'triennially' => 'Triennially',
    ];

    /** A value of tblproducts.allowqty. */
    private const SCALING = 3;

    public function find(int $id): ?ProductRecord
    {
        $row = Capsule::table('tblproducts')->where(['id' => $id, 'servertype' => Module::NAME])->first();
        return $row === null ? null : new ProductRecord(
            $id,
            ModuleSettings::of($row),
            (string) $row->paytype,
            $this->prices($id, (string) $row->paytype),
            (int) ($row->allowqty ?? 0) === self::SCALING,
        );
    }

    /** Whether the product has a price for this cycle in the client's currency. @param string $cycle as tblhosting names it */
    public function isSoldTo(int $clientId, int $id, string $cycle): bool
    {
        $currency = (int) Capsule::table('tblclients')->where('id', $clientId)->value('currency');
        $column = (string) array_search($cycle, self::CYCLES, true);
        $isRecurring = Capsule::table('tblproducts')->where(['id' => $id, 'paytype' => 'recurring'])->exists();
        return $isRecurring && $column !== '' && Capsule::table('tblpricing')
            ->where(['type' => 'product', 'relid' => $id, 'currency' => $currency])
            ->where($column, '>=', 0)
            ->exists();
    }

    /** @return array<string, list<Money>> by cycle */
    private function prices(int $id, string $payType): array
    {
        if ($payType === 'free') {
            return ['Free Account' => []];
        }
        $rows = Capsule::table('tblpricing')
            ->join('tblcurrencies', 'tblcurrencies.id', '=', 'tblpricing.currency')
            ->where(['tblpricing.type' => 'product', 'tblpricing.relid' => $id])
            ->orderBy('tblcurrencies.id')
            ->get(['tblpricing.*', 'tblcurrencies.code'])
            ->all();
        if ($payType !== 'recurring') {
            return ['One Time' => self::inColumn($rows, 'monthly')];
        }
        $columns = array_flip(self::CYCLES);
        return array_filter(array_map(static fn (string $column): array => self::inColumn($rows, $column), $columns));
    }

    /**
     * A negative price is WHMCS's way to say that the cycle is not sold in that currency.
     *
     * @param array<object> $rows
     * @return list<Money>
     */
    private static function inColumn(array $rows, string $column): array
    {
        $prices = array_map(static fn (object $row): ?Money => Money::parse((string) $row->$column, (string) $row->code), $rows);
        return array_values(array_filter($prices, static fn (?Money $price): bool => $price !== null && $price->minor >= 0));
    }
}
