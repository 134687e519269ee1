//! What a chart shows, as data: its currencies, its scale, and how high a bar is.

use ispnoc_wire::{Spending, SpentMonth};

/// The least height of a bar that stands for anything, in thousandths.
const LEAST: i64 = 10;

/// Each has a chart of its own, for amounts in two currencies have no common scale. The one that was used last comes first.
pub fn currencies(spending: &Spending) -> Vec<&str> {
    let mut currencies = vec![];
    for sum in spending.months.iter().rev().flat_map(|month| &month.sums) {
        if !currencies.contains(&sum.currency.as_str()) {
            currencies.push(&sum.currency);
        }
    }
    currencies
}

/// Hundredths of what was spent in a month in a currency.
pub fn sum(month: &SpentMonth, currency: &str) -> i64 {
    month.sums.iter().find(|sum| sum.currency == currency).map_or(0, |sum| sum.minor)
}

/// What the whole height of a currency's chart stands for: the next round amount that no month is above. There are about ten in each power of
/// ten, and none below a whole unit's fifth.
pub fn top(spending: &Spending, currency: &str) -> i64 {
    let highest = spending.months.iter().fold(1, |highest, month| highest.max(sum(month, currency)));
    let mut power = 100;
    while power <= highest / 10 {
        power *= 10;
    }
    let step = match highest / power {
        0 | 1 => power / 5,
        2..=4 => power / 2,
        _ => power,
    };
    (highest + step - 1) / step * step
}

/// In thousandths of the chart's.
pub fn height(sum: i64, top: i64) -> i64 {
    if sum <= 0 { 0 } else { (sum.saturating_mul(1000) / top).max(LEAST) }
}

#[cfg(test)]
mod tests {
    use ispnoc_domain::Money;

    use super::*;

    fn spending(months: &[&[(i64, &str)]]) -> Spending {
        let money = |&(minor, currency): &(i64, &str)| Money { minor, currency: currency.to_owned() };
        let month =
            |sums: &&[(i64, &str)]| SpentMonth { month: "2026-11".to_owned(), sums: sums.iter().map(money).collect() };
        Spending { months: months.iter().map(month).collect() }
    }

    /// The heights of all bars in a currency.
    fn heights(spending: &Spending, currency: &str) -> Vec<i64> {
        let top = top(spending, currency);
        spending.months.iter().map(|month| height(sum(month, currency), top)).collect()
    }

    #[test]
    fn each_month_has_a_bar_and_none_is_above_the_top() {
        let spending = spending(&[&[(12000, "EUR")], &[], &[(48000, "EUR")]]);
        assert_eq!(currencies(&spending), ["EUR"]);
        assert_eq!(top(&spending, "EUR"), 50000);
        assert_eq!(heights(&spending, "EUR"), [240, 0, 960]);
    }

    #[test]
    fn each_currency_has_its_own_scale_and_the_last_used_comes_first() {
        let spending = spending(&[&[(1000, "USD"), (2000, "EUR")], &[(2000, "EUR")]]);
        assert_eq!(currencies(&spending), ["EUR", "USD"]);
        assert_eq!(heights(&spending, "EUR"), [1000, 1000]);
        assert_eq!(heights(&spending, "USD"), [1000, 0]);
    }

    #[test]
    fn a_little_beside_a_lot_can_still_be_seen() {
        assert_eq!(heights(&spending(&[&[(1, "EUR")], &[(900000, "EUR")]]), "EUR"), [LEAST, 1000]);
    }

    #[test]
    fn the_scale_ends_at_a_round_amount() {
        let ends = [1, 100, 101, 999, 1500, 2150, 5400, 101000, 9999900]
            .map(|minor| top(&spending(&[&[(minor, "EUR")]]), "EUR"));
        assert_eq!(ends, [20, 100, 120, 1000, 1600, 2500, 6000, 120000, 10000000]);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(currencies(&spending(&[&[], &[]])).is_empty());
        assert_eq!(heights(&spending(&[&[(0, "EUR")], &[(-500, "EUR")]]), "EUR"), [0, 0]);
    }
}
