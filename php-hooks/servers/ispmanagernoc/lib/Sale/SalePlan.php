<?php

/**
 * Which tariffs of an account are put on sale, and how.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\App;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Whmcs\ServerRecord;

final class SalePlan
{
    /**
     * @param list<Tariff> $tariffs
     * @param list<int> $months periods that are wanted, where the tariff has them
     * @param list<Rate> $rates one for each currency that is wanted
     * @param int $groupId the product group
     * @param string $setup when WHMCS orders: `order`, `payment`, `on` for accepting the order by hand, or empty for never
     * @param int $serverGroupId 0 for "None"
     */
    public function __construct(
        public readonly ServerRecord $server,
        public readonly array $tariffs,
        public readonly array $months,
        public readonly array $rates,
        public readonly PriceRule $rule,
        public readonly int $groupId,
        public readonly string $setup,
        public readonly int $serverGroupId,
        public readonly bool $isHidden,
    ) {
    }

    /** @return list<Offer> */
    public function offers(App $app): array
    {
        $sellers = $app->products()->selling($this->server);
        $offer = fn (Tariff $tariff): Offer => new Offer($tariff, $this->prices($tariff), $sellers[$tariff->id] ?? []);
        return array_map($offer, $this->tariffs);
    }

    /** @return array<int, array<int, Money>> by WHMCS's id of the currency and by months */
    private function prices(Tariff $tariff): array
    {
        $prices = [];
        foreach ($this->rates as $rate) {
            foreach (array_intersect_key($tariff->prices, array_flip($this->months)) as $months => $cost) {
                $prices[$rate->currencyId][$months] = $this->rule->price($cost, $rate);
            }
        }
        return $prices;
    }
}
