<?php

/**
 * What one unit of the account's currency is worth in a currency of WHMCS, as a member of staff typed it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

final class Rate
{
    private const MILLION = 1_000_000;

    /**
     * @param int $currencyId WHMCS's
     * @param string $currency its ISO 4217 code
     * @param int $millionths of the rate
     */
    private function __construct(public readonly int $currencyId, public readonly string $currency, private readonly int $millionths)
    {
    }

    /** Reads `1.08` or `98,5`; null when it is no rate above zero and below a million. */
    public static function parse(string $text, int $currencyId, string $currency): ?self
    {
        if (preg_match('/^(\d{1,6})(?:[.,](\d{1,6}))?$/', trim($text), $part) !== 1) {
            return null;
        }
        $millionths = (int) $part[1] * self::MILLION + (int) str_pad($part[2] ?? '', 6, '0');
        return $millionths > 0 ? new self($currencyId, $currency, $millionths) : null;
    }

    /** @param int $minor hundredths of the account's currency @return int hundredths of the other, rounded up */
    public function convert(int $minor): int
    {
        // In two parts, so that no product is beyond what PHP counts exactly.
        $whole = $minor * intdiv($this->millionths, self::MILLION);
        return $whole + PriceRule::up($minor * ($this->millionths % self::MILLION), self::MILLION);
    }
}
