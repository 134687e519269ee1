<?php

/**
 * Lists products with the custom fields of their order form.
 */

declare(strict_types=1);

namespace Standin\Api;

use Standin\CustomFields;
use WHMCS\Database\Capsule;

final class GetProducts
{
    public function __invoke(array $values): array
    {
        $query = Capsule::table('tblproducts')->orderBy('id');
        foreach (['pid' => 'id', 'gid' => 'gid', 'module' => 'servertype'] as $name => $column) {
            if (isset($values[$name])) {
                $query->whereIn($column, explode(',', (string) $values[$name]));
            }
        }
        $products = $query->get()->map(static fn (object $product) => [
            'pid' => $product->id,
            'gid' => $product->gid,
            'type' => $product->type,
            'name' => $product->name,
            'description' => $product->description,
            'module' => $product->servertype,
            'paytype' => $product->paytype,
            'customfields' => ['customfield' => array_values(array_map(static fn (object $field) => [
                'id' => $field->id,
                'name' => CustomFields::friendlyName($field),
                'description' => $field->description,
                'required' => $field->required,
            ], array_filter(CustomFields::ofProduct((int) $product->id), static fn ($field) => $field->showorder === 'on')))],
        ])->all();
        return ['totalresults' => count($products), 'products' => ['product' => $products]];
    }
}
