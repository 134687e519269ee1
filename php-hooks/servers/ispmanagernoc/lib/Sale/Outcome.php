<?php

/**
 * What became of one tariff that was put on sale.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

final class Outcome
{
    public const CREATED = 'created';
    /** Some product sells it already. */
    public const THERE = 'there';
    public const FAILED = 'failed';
    /** Time was up before its turn. */
    public const LEFT = 'left';

    /**
     * @param array<int, string> $products names by ids
     * @param string $reason why it failed, in words
     */
    public function __construct(
        public readonly Offer $offer,
        public readonly string $result,
        public readonly array $products = [],
        public readonly string $reason = '',
    ) {
    }
}
