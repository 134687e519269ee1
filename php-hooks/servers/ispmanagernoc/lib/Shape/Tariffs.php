<?php

/**
 * The stored price list of a server record with the billing cycles of a product beside it (crates/wire: TariffList).
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ServerRecord;

final class Tariffs
{
    /** The daily refresh has failed at least once when a list is older, in seconds. */
    private const OLD = 2 * 86400;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array<string, mixed> */
    public function of(ServerRecord $server, int $productId): array
    {
        $list = $this->app->prices()->stored($server);
        return [
            'server' => $server->name,
            'fetched_at' => $list === null ? null : Moment::travelling($list->fetchedAt),
            'tariffs' => array_map(self::tariff(...), $list->tariffs ?? []),
            'cycles' => $this->cycles($productId),
            'notice' => $this->notice($list),
        ];
    }

    /** A sentence on why the list is missing, empty or old; null when all is well. */
    public function notice(?PriceList $list): ?string
    {
        return match (true) {
            $list === null => $this->texts->get('tariffs.never'),
            $list->tariffs === [] => $this->texts->get('tariffs.empty'),
            $this->app->clock()->now() - $list->fetchedAt > self::OLD => $this->texts->get('tariffs.old'),
            default => null,
        };
    }

    /** @return array<string, mixed> */
    private static function tariff(Tariff $tariff): array
    {
        $prices = [];
        foreach ($tariff->prices as $months => $cost) {
            $prices[] = ['months' => $months, 'cost' => $cost->toArray()];
        }
        return ['id' => $tariff->id, 'name' => $tariff->name, 'kind' => $tariff->kind->name, 'prices' => $prices];
    }

    /** @return list<array{label: string, months: int|null}> */
    private function cycles(int $productId): array
    {
        $product = $this->app->products()->find($productId);
        $single = $product?->settings->singlePaymentPeriod;
        return array_map(fn (string $cycle): array => [
            'label' => $this->texts->get("cycle.$cycle"),
            'months' => Contract::get('periods')[$cycle] ?? ($product?->payType === 'recurring' ? null : $single),
        ], $product->cycles ?? []);
    }
}
