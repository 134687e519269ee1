<?php

/**
 * What the products' prices leave of the tariffs' costs, and which prices a rule would give them. Only periods and currencies that are on
 * sale are touched: to sell more is another decision.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\PriceList\PriceList;
use IspmanagerNoc\PriceList\Tariff;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\PricedProduct;
use IspmanagerNoc\Whmcs\ProductPrices;
use IspmanagerNoc\Whmcs\Reports;

final class Margins
{
    /** @param PriceList|null $list of the account whose tariffs the products sell */
    public function __construct(private readonly ?PriceList $list)
    {
    }

    /** Null while the price list does not hold the product's tariff. */
    public function tariff(PricedProduct $product): ?Tariff
    {
        return $product->tariffId === null ? null : $this->list?->find($product->tariffId);
    }

    /** @return bool|null null where nobody can tell: the currencies differ, or there is no cost */
    public static function isBelowCost(Money $price, ?Money $cost): ?bool
    {
        return $cost === null || $cost->currency !== $price->currency ? null : $price->isLessThan($cost);
    }

    /**
     * @param list<PricedProduct> $products
     * @param list<Rate> $rates
     * @return list<Change> what differs from the rule
     */
    public function changes(array $products, PriceRule $rule, array $rates): array
    {
        $changes = [];
        foreach ($products as $product) {
            foreach ($rates as $rate) {
                foreach ($product->prices[$rate->currencyId] ?? [] as $months => $price) {
                    $cost = $this->tariff($product)?->cost($months);
                    $wanted = $cost === null ? null : $rule->price($cost, $rate);
                    if ($wanted !== null && !$wanted->equals($price)) {
                        $changes[] = new Change($product, $rate->currencyId, $months, $price, $wanted);
                    }
                }
            }
        }
        return $changes;
    }

    /** @return bool false when the price is another one by now: then nothing is changed */
    public function apply(Change $change, Texts $texts): bool
    {
        $product = $change->product;
        if (!ProductPrices::change($product->id, $change->currencyId, $change->months, $change->from, $change->to)) {
            return false;
        }
        Reports::note($texts->get('prices.note', [
            'product' => $product->id,
            'name' => $product->name,
            'period' => $texts->get('period', ['months' => $change->months]),
            'from' => (string) $change->from,
            'to' => (string) $change->to,
        ]));
        return true;
    }
}
