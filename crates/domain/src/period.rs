//! Billing cycles of WHMCS and the periods that the account sells.

/// A period that can be ordered: the manual allows these four and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}
