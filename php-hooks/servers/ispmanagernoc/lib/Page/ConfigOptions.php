<?php

/**
 * The module settings as WHMCS draws them. Their order is the contract's; the first carries the product picker along, so that
 * it comes with every reload of the tab.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Texts;

final class ConfigOptions
{
    /**
     * @param array<string, mixed> $params
     * @return array<string, array<string, mixed>>
     */
    public function run(array $params): array
    {
        $texts = Texts::current();
        $options = [];
        foreach (Contract::get('settings') as $setting) {
            $options[$setting['name']] = [
                'FriendlyName' => $texts->get("setting.{$setting['name']}"),
                'Description' => Html::escape($texts->get("setting.{$setting['name']}.about")),
            ] + self::control($setting, $texts);
        }
        $options['product_id']['SimpleMode'] = true;
        $options['product_id']['Loader'] = 'ispmanagernoc_TariffLoader';
        $options['product_id']['Description'] .= self::picker();
        return $options;
    }

    /**
     * @param array{name: string, type: string, options: list<string>|null} $setting
     * @return array<string, mixed>
     */
    private static function control(array $setting, Texts $texts): array
    {
        if ($setting['type'] !== 'dropdown') {
            return ['Type' => $setting['type'], 'Size' => '25'];
        }
        $labels = [];
        foreach ($setting['options'] ?? [] as $value) {
            $labels[$value] = $value === '' ? $texts->get('setting.not-set') : $texts->get('period', ['months' => $value]);
        }
        return ['Type' => 'dropdown', 'Options' => $labels, 'Default' => ''];
    }

    /** Only a product that is being edited has a picker: WHMCS asks for the settings on other occasions too. */
    private static function picker(): string
    {
        $product = (int) ($_REQUEST['id'] ?? 0);
        if ($product < 1) {
            return '';
        }
        $group = (int) ($_REQUEST['servergroup'] ?? App::get()->servers()->groupOf($product));
        $first = ['action' => 'tariffs', 'product' => $product, 'server_group' => $group];
        return Panel::forStaff(View::ProductPicker, product: $product, first: $first);
    }
}
