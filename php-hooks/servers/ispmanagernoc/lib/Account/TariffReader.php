<?php

/**
 * Reads tariffs from the account's price list. Trials are left out: they cannot be renewed and are not for sale.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\PriceList\Tariff;

final class TariffReader
{
    private const NAMES = ['name', 'title', 'additionintname', 'intname'];

    /** @return list<Tariff> by name */
    public static function read(Document $document, string $itemType): array
    {
        $tariffs = [];
        foreach ($document->all('pricelist') as $row) {
            $id = $row->text('id');
            if (preg_match('/^[1-9]\d{0,8}$/', $id) === 1) {
                $tariffs[] = self::tariff((int) $id, $row, $itemType);
            }
        }
        usort($tariffs, static fn (Tariff $one, Tariff $other): int => [$one->name, $one->id] <=> [$other->name, $other->id]);
        return $tariffs;
    }

    private static function tariff(int $id, Document $row, string $itemType): Tariff
    {
        $names = array_values(array_filter(array_map($row->text(...), self::NAMES), static fn (string $name): bool => $name !== ''));
        return new Tariff($id, $names[0] ?? "#$id", Kind::of($itemType, $id, $names), self::prices($row));
    }

    /** @return array<int, Money> */
    private static function prices(Document $row): array
    {
        $prices = [];
        foreach ($row->all('price') as $price) {
            foreach ($price->all('period') as $period) {
                $months = (int) $period->attribute('length');
                $cost = Money::parse($period->attribute('cost'), $price->attribute('currency'));
                if ($period->attribute('type') === 'month' && $months > 0 && $cost !== null) {
                    $prices[$months] ??= $cost;
                }
            }
        }
        ksort($prices);
        return $prices;
    }
}
