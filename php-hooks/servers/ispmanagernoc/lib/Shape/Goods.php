<?php

/**
 * What a product sells, told from the stored price list; where the list does not hold the tariff, from its id alone.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\App;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Whmcs\ServerRecord;

final class Goods
{
    public static function tariff(App $app, ?ServerRecord $server, int $tariffId): ?Tariff
    {
        return $server === null ? null : $app->prices()->stored($server)?->find($tariffId);
    }

    public static function kind(App $app, ?ServerRecord $server, int $tariffId): Kind
    {
        return self::tariff($app, $server, $tariffId)->kind ?? Kind::of('addition', $tariffId, []);
    }
}
