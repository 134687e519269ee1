<?php

/**
 * Products as staff edit them.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Billing\Cycle;
use Standin\Hooks;
use Standin\Module\ConfigOptions;
use Standin\Module\HookFiles;
use Standin\Module\ServerModule;
use Standin\Request;
use WHMCS\Database\Capsule;

final class Products
{
    private const TEXTS = [
        'name', 'slug', 'description', 'tagline', 'short_description', 'color', 'paytype', 'servertype', 'autosetup',
        'affiliatepaytype', 'subdomain',
    ];
    private const NUMBERS = [
        'gid', 'welcomeemail', 'qty', 'allowqty', 'recurringcycles', 'autoterminatedays', 'autoterminateemail', 'servergroup',
        'proratadate', 'proratachargenextmonth', 'affiliatepayamount',
    ];
    private const TICKS = [
        'hidden', 'retired', 'is_featured', 'stockcontrol', 'tax', 'showdomainoptions', 'proratabilling', 'affiliateonetime',
    ];

    public static function create(): int
    {
        $name = Request::text('productname');
        $productId = (int) Capsule::table('tblproducts')->insertGetId([
            'type' => Request::text('type', 'other'),
            'gid' => Request::int('gid'),
            'name' => $name,
            'slug' => Request::text('slug') ?: ProductGroups::slug($name),
            'description' => '',
            'servertype' => Request::text('module'),
            'hidden' => (int) Request::isTicked('createhidden'),
            'paytype' => 'free',
            'created_at' => date('Y-m-d H:i:s'),
        ]);
        foreach (self::currencies() as $currency) {
            Capsule::table('tblpricing')->insert(['type' => 'product', 'currency' => $currency->id, 'relid' => $productId]);
        }
        return $productId;
    }

    /** @return string the address that shows the saved product on the tab where it was saved */
    public static function save(int $productId): string
    {
        $before = Capsule::table('tblproducts')->find($productId);
        $columns = ['updated_at' => date('Y-m-d H:i:s')];
        foreach (self::TEXTS as $name) {
            $columns[$name] = Request::text($name);
        }
        foreach (self::NUMBERS as $name) {
            $columns[$name] = Request::int($name);
        }
        foreach (self::TICKS as $name) {
            $columns[$name] = (int) Request::isTicked($name);
        }
        Capsule::table('tblproducts')->where('id', $productId)->update($columns + self::moduleSettings($before, $columns['servertype']));
        self::savePrices($productId);
        self::saveOnDemandRenewals($productId);
        CustomFieldForm::save($productId);
        self::saveCrossSells($productId);
        if (ServerModule::isInstalled($columns['servertype'])) {
            HookFiles::detect($columns['servertype']);
        }
        Hooks::run('AdminProductConfigFieldsSave', ['pid' => $productId]);
        $saved = (array) Capsule::table('tblproducts')->find($productId);
        Hooks::run('ProductEdit', ['pid' => $productId] + $saved);
        return "configproducts.php?action=edit&id=$productId&tab=" . max(1, Request::int('tab')) . '&success=true';
    }

    public static function delete(int $productId): bool
    {
        if (Capsule::table('tblhosting')->where('packageid', $productId)->exists()) {
            return false;
        }
        Capsule::table('tblproducts')->where('id', $productId)->delete();
        Capsule::table('tblpricing')->where(['type' => 'product', 'relid' => $productId])->delete();
        Capsule::table('tblcustomfields')->where(['type' => 'product', 'relid' => $productId])->delete();
        Hooks::run('ProductDelete', ['pid' => $productId]);
        return true;
    }

    /** The Module Settings part of the page, for the AJAX call that fills it. */
    public static function renderModuleSettings(object $product): array
    {
        $name = Request::text('module');
        if (!ServerModule::isInstalled($name)) {
            return ['content' => '', 'mode' => 'simple'];
        }
        $values = Request::list('packageconfigoption');
        if ($name === $product->servertype) {
            $values += self::storedSettings($product);
        }
        return (new ConfigOptions(ServerModule::load($name)))
            ->render($values, Request::int('servergroup'), Request::text('mode', 'simple'));
    }

    /** @return list<object> */
    public static function currencies(): array
    {
        return Capsule::table('tblcurrencies')->orderByDesc('default')->orderBy('code')->get()->all();
    }

    /**
     * A module's ConfigOptions are asked again when a product is saved; options that the form did not show keep their values,
     * and a product that changes its module starts with empty ones.
     *
     * @return array<string, string>
     */
    private static function moduleSettings(object $before, string $module): array
    {
        if (!ServerModule::isInstalled($module)) {
            return [];
        }
        new ConfigOptions(ServerModule::load($module));
        $values = Request::list('packageconfigoption') + ($module === $before->servertype ? self::storedSettings($before) : []);
        $columns = [];
        foreach (range(1, 24) as $position) {
            $columns["configoption$position"] = (string) ($values[$position] ?? '');
        }
        return $columns;
    }

    /** @return array<int, string> */
    private static function storedSettings(object $product): array
    {
        $values = [];
        foreach (range(1, 24) as $position) {
            $value = (string) $product->{"configoption$position"};
            if ($value !== '') {
                $values[$position] = $value;
            }
        }
        return $values;
    }

    private static function savePrices(int $productId): void
    {
        $posted = Request::list('currency');
        foreach (self::currencies() as $currency) {
            $columns = [];
            foreach (Cycle::recurring() as $cycle) {
                $price = $posted[$currency->id][$cycle->priceColumn()] ?? '';
                $isOffered = isset($posted[$currency->id]['enable'][$cycle->priceColumn()]);
                $columns[$cycle->priceColumn()] = $isOffered ? (float) $price : -1;
                $columns[$cycle->setupColumn()] = (float) ($posted[$currency->id][$cycle->setupColumn()] ?? 0);
            }
            Capsule::table('tblpricing')
                ->updateOrInsert(['type' => 'product', 'currency' => $currency->id, 'relid' => $productId], $columns);
        }
    }

    private static function saveOnDemandRenewals(int $productId): void
    {
        $key = ['rel_type' => 'Product', 'rel_id' => $productId];
        if (Request::text('ondemandrenewalconfig') !== 'product') {
            Capsule::table('tblondemandrenewals')->where($key)->delete();
            return;
        }
        $columns = ['enabled' => (int) Request::isTicked('ondemandrenewalenabled')];
        foreach (Cycle::recurring() as $cycle) {
            $columns[$cycle->priceColumn()] = Request::int('ondemandrenewal' . $cycle->priceColumn());
        }
        Capsule::table('tblondemandrenewals')->updateOrInsert($key, $columns);
    }

    private static function saveCrossSells(int $productId): void
    {
        Capsule::table('tblproduct_recommendations')->where('product_id', $productId)->delete();
        foreach (Request::list('crosssells') as $order => $otherId) {
            Capsule::table('tblproduct_recommendations')
                ->insert(['product_id' => $productId, 'recommendation_id' => (int) $otherId, 'sortorder' => $order]);
        }
    }
}
