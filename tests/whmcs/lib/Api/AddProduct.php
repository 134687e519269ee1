<?php

/**
 * Adds a product. A cycle that the pricing of a currency does not name is on sale for nothing, and a currency that is not named has no row:
 * what WHMCS does there is not documented, and this is the worst that it may do.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\Admin\ProductGroups;
use Standin\ApiError;
use Standin\Billing\Cycle;
use Standin\NotModelled;
use WHMCS\Database\Capsule;

final class AddProduct
{
    private const COLUMNS = [
        'name' => 'name', 'gid' => 'gid', 'slug' => 'slug', 'type' => 'type', 'paytype' => 'paytype', 'hidden' => 'hidden', 'tax' => 'tax',
        'description' => 'description', 'autosetup' => 'autosetup', 'module' => 'servertype', 'servergroupid' => 'servergroup',
    ];
    private const VALUES = [
        'type' => ['hostingaccount', 'reselleraccount', 'server', 'other'],
        'paytype' => ['free', 'onetime', 'recurring'],
        'autosetup' => ['', 'on', 'payment', 'order'],
    ];

    public function __invoke(array $values): array
    {
        if (!Capsule::table('tblproductgroups')->where('id', (int) ($values['gid'] ?? 0))->exists()) {
            throw new ApiError('You must supply a valid Product Group ID');
        }
        if (trim((string) ($values['name'] ?? '')) === '') {
            throw new ApiError('You must supply a name for the product');
        }
        $productId = (int) Capsule::table('tblproducts')->insertGetId(
            $this->columns($values) + ['slug' => ProductGroups::slug($values['name']), 'description' => '', 'created_at' => date('Y-m-d H:i:s')]
        );
        foreach ($values['pricing'] ?? [] as $currency => $prices) {
            $this->addPrices($productId, (int) $currency, $prices);
        }
        return ['pid' => $productId];
    }

    /** @return array<string, mixed> */
    private function columns(array $values): array
    {
        $columns = [];
        foreach (array_diff_key($values, ['pricing' => true]) as $name => $value) {
            $column = self::COLUMNS[$name] ?? (preg_match('/^configoption\d+$/', $name) === 1 ? $name : null);
            if ($column === null) {
                throw new NotModelled("the parameter $name of AddProduct");
            }
            if (!in_array($value, self::VALUES[$name] ?? [$value], true)) {
                throw new ApiError("Invalid $name");
            }
            $columns[$column] = $value;
        }
        return $columns;
    }

    /** @param array<string, string> $prices */
    private function addPrices(int $productId, int $currency, array $prices): void
    {
        $row = ['type' => 'product', 'currency' => $currency, 'relid' => $productId];
        foreach (Cycle::recurring() as $cycle) {
            $row[$cycle->priceColumn()] = $prices[$cycle->priceColumn()] ?? 0;
            $row[$cycle->setupColumn()] = $prices[$cycle->setupColumn()] ?? 0;
        }
        Capsule::table('tblpricing')->insert($row);
    }
}
