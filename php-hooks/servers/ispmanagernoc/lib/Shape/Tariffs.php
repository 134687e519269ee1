<?php

/**
 * The stored price list of a server record with the billing cycles of a product beside it (crates/wire: TariffList).
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\Account\Money;
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

    /**
     * @param int $group the server group that led to the server; 0 is WHMCS's "None"
     * @return array<string, mixed>
     */
    public function of(ServerRecord $server, int $group, int $productId): array
    {
        $list = $this->app->prices()->stored($server);
        return [
            'server' => $server->name,
            'origin' => $this->origin($group),
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

    private function origin(int $group): string
    {
        $name = $this->app->servers()->groupName($group);
        return $name === null ? $this->texts->get('tariffs.of-default') : $this->texts->get('tariffs.of-group', ['group' => $name]);
    }

    /** @return list<array<string, mixed>> */
    private function cycles(int $productId): array
    {
        $product = $this->app->products()->find($productId);
        if ($product === null) {
            return [];
        }
        $isRecurring = $product->payType === 'recurring';
        $cycles = [];
        foreach ($product->prices as $cycle => $prices) {
            $cycles[] = [
                'label' => $this->texts->get("cycle.$cycle"),
                'months' => Contract::get('periods')[$cycle] ?? ($isRecurring ? null : $product->settings->singlePaymentPeriod),
                'recurring' => $isRecurring,
                'prices' => array_map(static fn (Money $price): array => $price->toArray(), $prices),
            ];
        }
        return $cycles;
    }
}
