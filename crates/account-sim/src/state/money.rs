//! Money as whole minor units, and the two currencies of the price lists. Nothing here rounds.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Cents or kopecks; negative where money leaves an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minor(pub i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Rub,
}

impl Minor {
    /// Reads `1`, `1.5`, `-0.25`; more than two decimals are refused, since they cannot be kept.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let only_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || fraction.len() > 2 || !only_digits(whole) || !only_digits(fraction) {
            return None;
        }
        let cents: i64 = format!("{fraction:0<2}").parse().ok()?;
        let amount = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?;
        Some(Self(if negative { -amount } else { amount }))
    }

    pub fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }

    pub fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The machine form of list rows and price lists: four decimals.
    pub fn four_decimals(self) -> String {
        format!("{self}00")
    }
}

impl fmt::Display for Minor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let amount = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", amount / 100, amount % 100)
    }
}

impl Serialize for Minor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Minor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(format!("not an amount of money: {text}")))
    }
}

impl Currency {
    pub fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Rub => "RUB",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_reads_back_as_it_is_written() {
        for text in ["0.00", "1.50", "-0.25", "50000.00", "-10.00"] {
            assert_eq!(Minor::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Minor::parse("7"), Some(Minor(700)));
        assert_eq!(Minor::parse("7.5"), Some(Minor(750)));
    }

    #[test]
    fn what_is_not_an_amount_of_money_is_refused() {
        for text in ["", "-", ".5", "1.234", "1,5", "one", "--1", "99999999999999999999"] {
            assert_eq!(Minor::parse(text), None, "{text}");
        }
    }
}
