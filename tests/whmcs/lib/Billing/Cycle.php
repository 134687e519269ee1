<?php

/**
 * Billing cycles: the value stored with a service, its length and its columns in tblpricing.
 */

declare(strict_types=1);

namespace Standin\Billing;

enum Cycle: string
{
    case Free = 'Free Account';
    case OneTime = 'One Time';
    case Monthly = 'Monthly';
    case Quarterly = 'Quarterly';
    case SemiAnnually = 'Semi-Annually';
    case Annually = 'Annually';
    case Biennially = 'Biennially';
    case Triennially = 'Triennially';

    /** @return list<self> */
    public static function recurring(): array
    {
        return array_values(array_filter(self::cases(), static fn (self $cycle) => $cycle->months() > 0));
    }

    /** 0 for cycles that do not recur. */
    public function months(): int
    {
        return match ($this) {
            self::Free, self::OneTime => 0,
            self::Monthly => 1,
            self::Quarterly => 3,
            self::SemiAnnually => 6,
            self::Annually => 12,
            self::Biennially => 24,
            self::Triennially => 36,
        };
    }

    /** A one-time price is stored as the monthly one. */
    public function priceColumn(): string
    {
        return match ($this) {
            self::Free, self::OneTime => 'monthly',
            default => strtolower(str_replace('-', '', $this->value)),
        };
    }

    public function setupColumn(): string
    {
        return $this->priceColumn()[0] . 'setupfee';
    }

    /** The same day of the month that many months later, or the month's last day where that day does not exist. */
    public function after(string $date): string
    {
        return self::shifted($date, $this->months());
    }

    /** The same so many months earlier. */
    public function before(string $date): string
    {
        return self::shifted($date, -$this->months());
    }

    private static function shifted(string $date, int $months): string
    {
        $start = new \DateTimeImmutable($date);
        $month = $start->modify('first day of this month')->modify("$months months");
        $day = min((int) $start->format('d'), (int) $month->format('t'));
        return $month->format('Y-m-') . str_pad((string) $day, 2, '0', STR_PAD_LEFT);
    }
}
