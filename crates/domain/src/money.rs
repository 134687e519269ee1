//! Amounts of money in minor units. No conversion between currencies: nobody here knows a rate.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in hundredths of the currency's unit, whatever the currency: the account's prices have two digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    /// ISO 4217 code such as `EUR`.
    pub currency: String,
}

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    NotANumber,
    TooLarge,
}

impl Money {
    /// Reads a machine amount of the price list such as `913.9286`, rounded half up to hundredths
    /// (api: `pricelist.export` gives four digits).
    pub fn parse(amount: &str, currency: &str) -> Result<Self, MoneyError> {
        let (sign, digits) = match amount.trim().strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, amount.trim()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let only_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !only_digits(whole) || !only_digits(fraction) {
            return Err(MoneyError::NotANumber);
        }
        let digit = |position: usize| i64::from(fraction.as_bytes().get(position).map_or(0, |byte| byte - b'0'));
        let hundredths = digit(0) * 10 + digit(1) + i64::from(digit(2) >= 5);
        let minor = whole
            .parse::<i64>()
            .ok()
            .and_then(|units| units.checked_mul(100))
            .and_then(|units| units.checked_add(hundredths))
            .ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor: sign * minor, currency: currency.to_owned() })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        write!(out, "{sign}{}.{:02} {}", minor / 100, minor % 100, self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(amount: &str, expected: Result<&str, MoneyError>) {
        let shown = Money::parse(amount, "EUR").map(|money| money.to_string());
        assert_eq!(shown.as_deref().map_err(|error| *error), expected);
    }

    #[test]
    fn amounts_of_the_price_list_become_hundredths() {
        check("10", Ok("10.00 EUR"));
        check("913.9286", Ok("913.93 EUR"));
        check("0.5", Ok("0.50 EUR"));
        check("-1.005", Ok("-1.01 EUR"));
        check("7.999", Ok("8.00 EUR"));
    }

    #[test]
    fn a_text_that_is_not_an_amount_is_refused() {
        check("", Err(MoneyError::NotANumber));
        check("1,50", Err(MoneyError::NotANumber));
        check("1e3", Err(MoneyError::NotANumber));
        check("99999999999999999999", Err(MoneyError::TooLarge));
    }
}
