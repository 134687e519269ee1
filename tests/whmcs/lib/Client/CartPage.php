<?php

/**
 * What the pages of the order form show.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Billing\Pricing;
use Standin\CustomFields;
use WHMCS\Database\Capsule;

final class CartPage
{
    /** The products of a group; a hidden group or product is reached only by its direct link. */
    public static function products(int $groupId): array
    {
        $groups = Capsule::table('tblproductgroups')->where('hidden', 0)->orderBy('order')->orderBy('id')->get();
        $group = $groupId > 0 ? Capsule::table('tblproductgroups')->find($groupId) : $groups->first();
        $products = $group === null ? [] : Capsule::table('tblproducts')
            ->where(['gid' => $group->id, 'hidden' => 0, 'retired' => 0])->orderBy('order')->orderBy('id')->get()->all();
        $currency = Visitor::currency();
        return [
            'group' => $group,
            'features' => $group === null ? [] : Capsule::table('tblproduct_group_features')->where('product_group_id', $group->id)->pluck('feature')->all(),
            'products' => array_map(static function (object $product) use ($currency): array {
                $offers = Pricing::offers($product, (int) $currency->id);
                $first = reset($offers);
                return [
                    'id' => $product->id,
                    'name' => $product->name,
                    'description' => $product->description,
                    'featured' => (bool) $product->is_featured,
                    'price' => $first === false ? '' : Pricing::format($first['price'], $currency) . ' ' . $first['cycle']->value,
                    'stock' => $product->stockcontrol ? (int) $product->qty : null,
                ];
            }, $products),
        ];
    }

    /** @param list<string> $complaints */
    public static function configuration(int $number, array $complaints): array
    {
        $line = Cart::lines()[$number];
        $product = Capsule::table('tblproducts')->find($line['pid']);
        $currency = Visitor::currency();
        $cycles = [];
        foreach (Pricing::offers($product, (int) $currency->id) as $offer => $terms) {
            $setup = $terms['setup'] > 0 ? ' + ' . Pricing::format($terms['setup'], $currency) . ' Setup Fee' : '';
            $cycles[$offer] = Pricing::format($terms['price'], $currency) . ' ' . $terms['cycle']->value . $setup;
        }
        return [
            'i' => $number,
            'productinfo' => ['name' => $product->name, 'description' => $product->description],
            'allowqty' => (int) $product->allowqty !== 0,
            'qty' => $line['qty'],
            'cycles' => $cycles,
            'billingcycle' => $line['offer'],
            'errors' => $complaints,
            'customfields' => array_map(static fn (object $field) => [
                'id' => $field->id,
                'name' => CustomFields::friendlyName($field),
                'description' => $field->description,
                'required' => $field->required === 'on',
                'input' => CustomFields::input($field, $line['customfields'][(int) $field->id] ?? ''),
            ], Cart::orderFields($line['pid'])),
            'crosssells' => Capsule::table('tblproduct_recommendations')
                ->join('tblproducts', 'tblproducts.id', '=', 'recommendation_id')
                ->where(['product_id' => $line['pid'], 'retired' => 0])->get(['tblproducts.id', 'name', 'tblproducts.tagline', 'short_description'])->all(),
        ];
    }

    public static function review(): array
    {
        $currency = Visitor::currency();
        $lines = [];
        $total = 0.0;
        foreach (Cart::ready() as $number => $item) {
            $terms = $item->terms((int) $currency->id);
            $total += $item->total((int) $currency->id);
            $lines[] = [
                'number' => $number,
                'name' => $item->product()->name,
                'cycle' => $terms['cycle']->value,
                'quantity' => $item->quantity,
                'amount' => Pricing::format($item->total((int) $currency->id), $currency),
            ];
        }
        return ['lines' => $lines, 'total' => Pricing::format($total, $currency)];
    }
}
