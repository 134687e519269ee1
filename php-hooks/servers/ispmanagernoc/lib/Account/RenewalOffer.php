<?php

/**
 * What the account says of renewing one order: the form of the renewal and the order's row in the list. Each part may be missing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

final class RenewalOffer
{
    /**
     * @param list<int> $periods in months; empty when the account does not tell them
     * @param int|null $own the period in months for which the order stands now
     * @param Money|null $ownCost what that period costs
     */
    private function __construct(
        public readonly string $title,
        private readonly array $periods,
        private readonly ?int $own,
        private readonly ?Money $ownCost,
    ) {
    }

    /** @param Document|null $row null when the list does not show the order */
    public static function read(Document $form, ?Document $row): self
    {
        $periods = [];
        foreach ($form->all('slist') as $list) {
            foreach ($list->attribute('name') === 'period' ? $list->all('val') : [] as $value) {
                $periods[] = $value->attribute('key');
            }
        }
        $own = $form->text('period');
        return new self(
            $form->text('title_name'),
            array_map(intval(...), array_values(array_filter($periods, self::isMonths(...)))),
            self::isMonths($own) ? (int) $own : null,
            $row === null ? null : self::costIn($row),
        );
    }

    /** Where the account does not tell the periods, it judges by itself. */
    public function isFor(int $months): bool
    {
        return $this->periods === [] || in_array($months, $this->periods, true);
    }

    /** Null when nobody can know it: what another period costs cannot be worked out from this one's. */
    public function cost(int $months): ?Money
    {
        return $months === $this->own ? $this->ownCost : null;
    }

    /** The machine's value, else the text `10.00 EUR / Month`. */
    private static function costIn(Document $row): ?Money
    {
        return Money::parse($row->text('item_cost'), $row->text('currency_str'))
            ?? Money::parseText(explode('/', $row->text('cost'))[0]);
    }

    /** Days, trials and "for ever" have other codes. */
    private static function isMonths(string $code): bool
    {
        return preg_match('/^[1-9]\d{0,2}$/', $code) === 1;
    }
}
