//! Money as people read it.

use crate::state::money::{Currency, Minor};
use crate::state::quirks::MoneyText;

impl MoneyText {
    pub fn amount(self, amount: Minor, currency: Currency) -> String {
        match self {
            Self::Code => format!("{amount} {}", currency.code()),
            Self::Local => format!("{}\u{a0}{}", grouped(&amount.to_string()), local_unit(currency)),
        }
    }

    /// What a period costs.
    pub fn price(self, price: Minor, currency: Currency, period: &str) -> String {
        let amount = self.amount(price, currency);
        match self {
            Self::Code => format!("{amount} / {period}"),
            Self::Local => amount,
        }
    }
}

fn local_unit(currency: Currency) -> &'static str {
    match currency {
        Currency::Rub => "руб.",
        other => other.code(),
    }
}

/// `1234.56` with a decimal comma and a no-break space after each three digits.
fn grouped(amount: &str) -> String {
    let (whole, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    let digits = whole.trim_start_matches('-').len();
    let mut text = String::new();
    for (index, c) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if left % 3 == 0 && left < digits {
            text.push('\u{a0}');
        }
        text.push(c);
    }
    format!("{text},{cents}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_by_no_break_spaces() {
        let rub = |cents| MoneyText::Local.amount(Minor(cents), Currency::Rub);
        assert_eq!(rub(123_456), "1\u{a0}234,56\u{a0}руб.");
        assert_eq!(rub(-123_456_789), "-1\u{a0}234\u{a0}567,89\u{a0}руб.");
        assert_eq!(rub(99_900), "999,00\u{a0}руб.");
        assert_eq!(rub(-100), "-1,00\u{a0}руб.");
        assert_eq!(MoneyText::Code.amount(Minor(123_456), Currency::Eur), "1234.56 EUR");
    }
}
