<?php

/**
 * ProductEdit: the custom fields that the saved tariff needs are created. What an administrator changed stays as it is.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Hook;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\Whmcs\ProductRecord;
use IspmanagerNoc\Whmcs\ServerRecord;

final class ProductSaved
{
    /** @param array<string, mixed> $vars */
    public function __invoke(array $vars): void
    {
        $app = App::get();
        $product = $app->products()->find((int) ($vars['pid'] ?? 0));
        if ($product === null) {
            return;
        }
        $kind = self::kind($app, $product);
        if ($kind !== null) {
            $app->fields()->ensure($product->id, $kind);
        }
    }

    /** Null when nobody knows what the product sells: a wrong required field would keep clients from ordering. */
    private static function kind(App $app, ProductRecord $product): ?Kind
    {
        $id = $product->settings->tariffId;
        if ($id === null) {
            return null;
        }
        $server = $app->servers()->forProduct($product->id);
        $tariff = $app->prices()->tariff($server, $id) ?? ($server === null ? null : self::asked($app, $server)?->find($id));
        if ($tariff !== null) {
            return $tariff->kind;
        }
        $known = Kind::ofIdAlone($id);
        return $known->name === Kind::OTHER_MODULE ? null : $known;
    }

    /** Saving is not rendering, so the account may be asked; when it cannot answer, the first order creates the fields. */
    private static function asked(App $app, ServerRecord $server): ?PriceList
    {
        try {
            return $app->refreshPrices($server);
        } catch (CommandFailed) {
            return null;
        }
    }
}
