<?php

/**
 * Reads the products that use this module.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

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
            $this->cycles($id, (string) $row->paytype),
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

    /** @return list<string> */
    private function cycles(int $id, string $payType): array
    {
        if ($payType !== 'recurring') {
            return [$payType === 'free' ? 'Free Account' : 'One Time'];
        }
        $prices = Capsule::table('tblpricing')->where(['type' => 'product', 'relid' => $id])->get()->all();
        $isSold = static fn (string $column): bool => array_filter(
            $prices,
            static fn (object $price): bool => (float) $price->$column >= 0
        ) !== [];
        return array_values(array_filter(self::CYCLES, $isSold, ARRAY_FILTER_USE_KEY));
    }
}
