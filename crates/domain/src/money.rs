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
    fn check(minor: i64, expected: &str) {
        assert_eq!(Money { minor, currency: "EUR".to_owned() }.to_string(), expected);
    }

    #[test]
    fn an_amount_is_written_with_two_digits_and_its_currency() {
        check(1000, "10.00 EUR");
        check(5, "0.05 EUR");
        check(-101, "-1.01 EUR");
    }
}
