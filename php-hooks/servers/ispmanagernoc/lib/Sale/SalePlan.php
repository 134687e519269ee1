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
     * @param list<int> $months periods that are wanted, where the tariff has them; all are such as WHMCS bills
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
        public readonly bool $isTaxed,
    ) {
    }

    /** @return list<Offer> */
    public function offers(App $app): array
    {
        $sellers = $app->products()->selling($this->server);
        $offer = fn (Tariff $tariff): Offer => new Offer($tariff, $this->prices($tariff), $sellers[$tariff->id] ?? []);
        return array_map($offer, $this->tariffs);
    }

    /**
     * Tells one plan's prices from another's, whatever of it is on sale already.
     *
     * @return string sixteen hexadecimal digits
     */
    public function mark(): string
    {
        $prices = array_map(fn (Tariff $tariff): array => [$tariff->id, $this->prices($tariff)], $this->tariffs);
        return substr(hash('sha256', $this->server->fingerprint() . serialize($prices)), 0, 16);
    }

    /** @return array<int, array<int, Money>> by WHMCS's id of the currency and by months */
    private function prices(Tariff $tariff): array
    {
        $prices = [];
        foreach ($this->rates as $rate) {
            foreach (array_intersect_key($tariff->prices, array_flip($this->months)) as $months => $cost) {
                $price = $this->rule->price($cost, $rate);
                if ($price !== null) {
                    $prices[$rate->currencyId][$months] = $price;
                }
            }
        }
        return $prices;
    }
}
