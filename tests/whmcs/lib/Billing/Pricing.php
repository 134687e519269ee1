<?php

/**
 * What a product costs in a currency, per billing cycle; -1 in the database means that the cycle is not offered.
 */

declare(strict_types=1);

namespace Standin\Billing;

use Standin\ApiError;
use WHMCS\Database\Capsule;

final class Pricing
{
    /** @return array<string, array{cycle: Cycle, price: float, setup: float}> the cycles on offer, by price column */
    public static function offers(object $product, int $currencyId): array
    {
        if ($product->paytype === 'free') {
            return ['free' => ['cycle' => Cycle::Free, 'price' => 0.0, 'setup' => 0.0]];
        }
        $prices = Capsule::table('tblpricing')
            ->where(['type' => 'product', 'currency' => $currencyId, 'relid' => $product->id])->first();
        $offers = [];
        foreach ($product->paytype === 'onetime' ? [Cycle::OneTime] : Cycle::recurring() as $cycle) {
            $price = (float) ($prices->{$cycle->priceColumn()} ?? -1);
            if ($price >= 0) {
                $setup = max(0.0, (float) $prices->{$cycle->setupColumn()});
                $offers[$cycle->priceColumn()] = ['cycle' => $cycle, 'price' => $price, 'setup' => $setup];
            }
        }
        return $offers;
    }

    public static function recurringOfService(int $serviceId, ?string $billingCycle): float
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $currency = (int) Capsule::table('tblclients')->where('id', $service->userid)->value('currency');
        $cycle = Cycle::from($billingCycle ?? $service->billingcycle);
        $offer = self::offers($product, $currency)[$cycle->priceColumn()] ?? null;
        if ($offer === null) {
            throw new ApiError("The product has no price for the cycle $cycle->value");
        }
        return $offer['price'] * (int) $service->qty;
    }

    public static function format(float|string $amount, object $currency): string
    {
        return $currency->prefix . number_format((float) $amount, 2) . ' ' . ($currency->suffix ?: $currency->code);
    }
}
