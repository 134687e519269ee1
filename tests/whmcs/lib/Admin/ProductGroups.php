<?php

/**
 * Product groups as staff edit them.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Html;
use Standin\Request;
use WHMCS\Database\Capsule;

final class ProductGroups
{
    public static function save(int $groupId): int
    {
        $name = Request::text('name');
        $columns = [
            'name' => $name,
            'slug' => Request::text('slug') ?: self::slug($name),
            'headline' => Request::text('headline'),
            'tagline' => Request::text('tagline'),
            'orderfrmtpl' => Request::text('orderfrmtpl'),
            'disabledgateways' => Request::isTicked('gateway_mailin') ? '' : 'mailin',
            'hidden' => (int) Request::isTicked('hidden'),
        ];
        if ($groupId > 0) {
            Capsule::table('tblproductgroups')->where('id', $groupId)->update($columns);
        } else {
            $groupId = (int) Capsule::table('tblproductgroups')->insertGetId($columns);
        }
        Capsule::table('tblproduct_group_features')->where('product_group_id', $groupId)->delete();
        foreach (array_filter(array_map('trim', explode("\n", Request::text('features')))) as $order => $feature) {
            Capsule::table('tblproduct_group_features')
                ->insert(['product_group_id' => $groupId, 'feature' => $feature, 'order' => $order]);
        }
        return $groupId;
    }

    /** What stands for a name in an address: small letters and digits, with dashes between. */
    public static function slug(string $name): string
    {
        return trim((string) preg_replace('/[^\p{L}\p{N}]+/u', '-', mb_strtolower(Html::decode($name))), '-');
    }
}
