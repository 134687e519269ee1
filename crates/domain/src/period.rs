//! Billing cycles of WHMCS and the periods that the account sells.

/// A period that can be ordered: the manual allows these four and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Period {
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// The length in months, as the account's `period` parameter takes it.
    pub const fn months(self) -> u16 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// The billing cycle as WHMCS stores it.
    pub const fn cycle(self) -> &'static str {
        match self {
            Self::Month => "Monthly",
            Self::Quarter => "Quarterly",
            Self::HalfYear => "Semi-Annually",
            Self::Year => "Annually",
        }
    }

    /// Reads a billing cycle in any of WHMCS's spellings: `Semi-Annually`, `semiannually`.
    pub fn from_cycle(cycle: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| letters(period.cycle()) == letters(cycle))
    }

    pub fn from_months(months: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.months() == months)
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_billing_cycle_is_read_in_every_spelling_of_whmcs() {
        for spelling in ["Semi-Annually", "semiannually", "SEMI ANNUALLY"] {
            assert_eq!(Period::from_cycle(spelling), Some(Period::HalfYear));
        }
    }

    #[test]
    fn a_cycle_that_the_manual_does_not_allow_has_no_period() {
        for cycle in ["Biennially", "Triennially", "One Time", "Free Account", ""] {
            assert_eq!(Period::from_cycle(cycle), None, "{cycle}");
        }
    }
}
