<?php

/**
 * The first payment of a product with Prorata Billing: from the day of the order to the day of the month on which every client is charged,
 * and the whole period after it where the order came too late in the month. Later periods are whole ones.
 */

declare(strict_types=1);

namespace Standin\Billing;

final class Proration
{
    private function __construct()
    {
    }

    /** Until when the first payment pays. */
    public static function firstPeriodEnds(object $product, Cycle $cycle, string $orderDay): string
    {
        $charged = self::isProrated($product, $cycle, $orderDay) ? self::nextCharge($product, $orderDay) : $orderDay;
        return self::isWholePeriodIncluded($product, $cycle, $orderDay) ? $cycle->after($charged) : $charged;
    }

    /** What the first payment takes of the price: the days until the charge as a part of the period that ends there, and what follows. */
    public static function firstPayment(object $product, Cycle $cycle, float $price, string $orderDay): float
    {
        $isProrated = self::isProrated($product, $cycle, $orderDay);
        $charge = self::nextCharge($product, $orderDay);
        $part = $isProrated ? $price * self::days($orderDay, $charge) / self::days($cycle->before($charge), $charge) : 0.0;
        return round($part + (self::isWholePeriodIncluded($product, $cycle, $orderDay) ? $price : 0.0), 2);
    }

    /** An order on the very day of the charge is a whole period by itself. */
    private static function isProrated(object $product, Cycle $cycle, string $orderDay): bool
    {
        return $product->proratabilling && $cycle->months() > 0 && self::chargeIn($product, substr($orderDay, 0, 7)) !== $orderDay;
    }

    /** After the day "Charge Next Month"; 0 includes the next period always, 32 never. */
    private static function isWholePeriodIncluded(object $product, Cycle $cycle, string $orderDay): bool
    {
        return !self::isProrated($product, $cycle, $orderDay) || (int) substr($orderDay, 8) > (int) $product->proratachargenextmonth;
    }

    private static function nextCharge(object $product, string $orderDay): string
    {
        $month = new \DateTimeImmutable(substr($orderDay, 0, 7) . '-01');
        $charge = self::chargeIn($product, $month->format('Y-m'));
        return $charge > $orderDay ? $charge : self::chargeIn($product, $month->modify('+1 month')->format('Y-m'));
    }

    /** The last day of a month that is too short. @param string $month Y-m */
    private static function chargeIn(object $product, string $month): string
    {
        $last = (int) (new \DateTimeImmutable("$month-01"))->format('t');
        return sprintf('%s-%02d', $month, max(1, min($last, (int) $product->proratadate)));
    }

    private static function days(string $from, string $to): int
    {
        return (int) (new \DateTimeImmutable($from))->diff(new \DateTimeImmutable($to))->days;
    }
}
