<?php

/**
 * An amount in hundredths of its currency's unit. Nothing here converts between currencies.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class Money
{
    /** @param string $currency ISO 4217 code such as EUR */
    public function __construct(public readonly int $minor, public readonly string $currency)
    {
    }

    /** Reads a machine amount such as `913.9286`, rounded half up to hundredths; null when it is not an amount. */
    public static function parse(string $amount, string $currency): ?self
    {
        if (preg_match('/^\s*(-?)(\d{1,12})(?:\.(\d*))?\s*$/', $amount, $part) !== 1) {
            return null;
        }
        $digits = str_pad($part[3] ?? '', 3, '0');
        $minor = (int) $part[2] * 100 + (int) substr($digits, 0, 2) + ($digits[2] >= '5' ? 1 : 0);
        return new self($part[1] === '-' ? -$minor : $minor, strtoupper($currency));
    }

    /** Reads an amount written for people: `12.50 EUR`, `1 234,56 руб.` (blanks may be non-breaking). */
    public static function parseText(string $text): ?self
    {
        $text = (string) preg_replace('/[\s\x{00A0}\x{202F}]+/u', '', $text);
        if (preg_match('/^(-?[\d]+(?:[.,]\d+)?)(\D+)$/u', $text, $part) !== 1) {
            return null;
        }
        $currency = ['руб.' => 'RUB', 'руб' => 'RUB', '₽' => 'RUB', '€' => 'EUR', '$' => 'USD'][$part[2]] ?? $part[2];
        return preg_match('/^[A-Za-z]{3}$/', $currency) === 1 ? self::parse(strtr($part[1], ',', '.'), $currency) : null;
    }

    public function equals(?self $other): bool
    {
        return $other !== null && $other->minor === $this->minor && $other->currency === $this->currency;
    }

    public function isLessThan(self $other): bool
    {
        return $this->currency === $other->currency && $this->minor < $other->minor;
    }

    /** @return array{minor: int, currency: string} as the panel reads it */
    public function toArray(): array
    {
        return ['minor' => $this->minor, 'currency' => $this->currency];
    }

    /** For machines: `12.50`. */
    public function amount(): string
    {
        return sprintf('%s%d.%02d', $this->minor < 0 ? '-' : '', intdiv(abs($this->minor), 100), abs($this->minor) % 100);
    }

    public function __toString(): string
    {
        return "{$this->amount()} $this->currency";
    }
}
