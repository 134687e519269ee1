<?php

/**
 * The tariffs of one account and when it named them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\PriceList;

final class PriceList
{
    /**
     * @param int $fetchedAt seconds since 1970, in UTC
     * @param list<Tariff> $tariffs
     */
    public function __construct(public readonly int $fetchedAt, public readonly array $tariffs)
    {
    }

    /** The account's; empty while nothing has a price. */
    public function currency(): string
    {
        foreach ($this->tariffs as $tariff) {
            foreach ($tariff->prices as $cost) {
                return $cost->currency;
            }
        }
        return '';
    }

    public function find(int $id): ?Tariff
    {
        foreach ($this->tariffs as $tariff) {
            if ($tariff->id === $id) {
                return $tariff;
            }
        }
        return null;
    }
}
