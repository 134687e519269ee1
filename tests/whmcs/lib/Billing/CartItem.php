<?php

/**
 * One line of the cart: a product in a billing cycle, how many, and the custom field values the client gave (stored encoded).
 */

declare(strict_types=1);

namespace Standin\Billing;

use Standin\Clock;
use WHMCS\Database\Capsule;

final class CartItem
{
    public const SCALING = 3;

    /** @param array<int, string> $customFields field id => value */
    public function __construct(
        public readonly int $productId,
        public readonly string $offer,
        public readonly int $quantity,
        public readonly array $customFields,
    ) {
    }

    public function product(): object
    {
        return Capsule::table('tblproducts')->find($this->productId);
    }

    /** @return array{cycle: Cycle, price: float, setup: float} */
    public function terms(int $currencyId): array
    {
        return Pricing::offers($this->product(), $currencyId)[$this->offer]
            ?? throw new \DomainException('This billing cycle is not offered any more');
    }

    /** What the first invoice takes for the whole line. */
    public function total(int $currencyId): float
    {
        return $this->firstPayment($currencyId) * $this->quantity;
    }

    /** What the first invoice takes for one piece: the first period and the setup fee. */
    public function firstPayment(int $currencyId): float
    {
        $terms = $this->terms($currencyId);
        return Proration::firstPayment($this->product(), $terms['cycle'], $terms['price'], Clock::today()) + $terms['setup'];
    }

    /** A scaling service is one service of that quantity; otherwise each piece is a service of its own. */
    public function isScaling(): bool
    {
        return (int) $this->product()->allowqty === self::SCALING;
    }
}
