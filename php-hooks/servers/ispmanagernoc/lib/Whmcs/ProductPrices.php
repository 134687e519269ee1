<?php

/**
 * The recurring prices of the products whose new services get a server of one account, by currency and months; what is not sold is left out.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Illuminate\Database\Query\Builder;
use IspmanagerNoc\Account\Money;
use WHMCS\Database\Capsule;

final class ProductPrices
{
    public static function count(ServerRecord $server): int
    {
        return self::products($server)->count();
    }

    /** @return list<PricedProduct> by name */
    public static function page(ServerRecord $server, int $skip, int $limit): array
    {
        $rows = array_values(self::products($server)->orderBy('name')->orderBy('id')->skip($skip)->limit($limit)->get()->all());
        $prices = self::of(array_map(static fn (object $row): int => (int) $row->id, $rows));
        return array_map(static fn (object $row): PricedProduct => new PricedProduct(
            (int) $row->id,
            Encoded::decode((string) $row->name),
            ModuleSettings::of($row)->tariffId,
            $prices[(int) $row->id] ?? [],
        ), $rows);
    }

    /** Changes a price that is there, if it is still the one that somebody saw. */
    public static function change(int $productId, int $currencyId, int $months, Money $from, Money $to): bool
    {
        $column = Products::priceColumns()[$months] ?? null;
        return $column !== null && Capsule::table('tblpricing')
            ->where(['type' => 'product', 'relid' => $productId, 'currency' => $currencyId, $column => $from->amount()])
            ->update([$column => $to->amount()]) === 1;
    }

    private static function products(ServerRecord $server): Builder
    {
        return Capsule::table('tblproducts')
            ->where(['servertype' => Module::NAME, 'paytype' => 'recurring'])
            ->whereIn('servergroup', (new Servers())->groupsOf($server));
    }

    /**
     * @param list<int> $productIds
     * @return array<int, array<int, array<int, Money>>> by product, currency and months
     */
    private static function of(array $productIds): array
    {
        $codes = Currencies::all();
        $prices = [];
        foreach (Capsule::table('tblpricing')->where('type', 'product')->whereIn('relid', $productIds)->get()->all() as $row) {
            foreach (Products::priceColumns() as $months => $column) {
                $price = Money::parse((string) $row->$column, $codes[(int) $row->currency] ?? '');
                if ($price !== null && $price->minor >= 0 && $price->currency !== '') {
                    $prices[(int) $row->relid][(int) $row->currency][$months] = $price;
                }
            }
        }
        return $prices;
    }
}
