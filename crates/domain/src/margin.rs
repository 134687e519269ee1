//! What a price leaves after its cost.

use crate::Money;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Negative when the price is below the cost.
    pub rest: Money,
    /// Of the price, in whole percent, cut off towards zero; `None` for a price of nothing.
    pub percent: Option<i64>,
}

impl Margin {
    /// `None` when the currencies differ: nobody here knows a rate.
    pub fn of(price: &Money, cost: &Money) -> Option<Self> {
        if price.currency != cost.currency {
            return None;
        }
        let minor = price.minor.checked_sub(cost.minor)?;
        let percent = minor.checked_mul(100).and_then(|hundredfold| hundredfold.checked_div(price.minor));
        Some(Self { rest: Money { minor, currency: price.currency.clone() }, percent })
    }

    pub fn is_loss(&self) -> bool {
        self.rest.minor < 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    #[track_caller]
    fn check(price: i64, cost: i64, rest: i64, percent: Option<i64>) {
        let margin = Margin::of(&money(price, "EUR"), &money(cost, "EUR")).unwrap();
        assert_eq!((margin.rest.minor, margin.percent), (rest, percent));
        assert_eq!(margin.is_loss(), rest < 0);
    }

    #[test]
    fn a_margin_is_told_of_the_price() {
        check(1300, 1000, 300, Some(23));
        check(1000, 1000, 0, Some(0));
        check(900, 1000, -100, Some(-11));
        check(0, 1000, -1000, None);
        check(0, 0, 0, None);
    }

    #[test]
    fn another_currency_and_sums_beyond_counting_are_not_compared() {
        assert_eq!(Margin::of(&money(1300, "USD"), &money(1000, "EUR")), None);
        assert_eq!(Margin::of(&money(i64::MIN, "EUR"), &money(1, "EUR")), None);
        assert_eq!(Margin::of(&money(i64::MAX, "EUR"), &money(1, "EUR")).unwrap().percent, None);
    }
}
