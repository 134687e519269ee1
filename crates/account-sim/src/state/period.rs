//! Billing periods in ispmanager's codes and the calendar arithmetic that goes with them.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

/// How long a trial lasts. No public document says it; the simulator assumes two weeks.
const TRIAL_DAYS: i64 = 14;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "i32", try_from = "i32")]
pub enum Period {
    /// A number of calendar months.
    Months(u16),
    /// Code `-100`: free, once, not renewable. Stands last wherever periods stand in a row.
    Trial,
}

impl Period {
    /// Reads a period code; `0` (for life) and `-50` (a day) exist elsewhere but in none of these tariffs.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "-100" => Some(Self::Trial),
            _ => code.parse().ok().filter(|&months| months > 0).map(Self::Months),
        }
    }

    pub fn code(self) -> i32 {
        match self {
            Self::Trial => -100,
            Self::Months(months) => i32::from(months),
        }
    }

    /// The last day of a period that begins on `start`; January 31 and a month make the end of February.
    pub fn end(self, start: Date) -> Date {
        start.saturating_add(self.span())
    }

    /// The same, and none where the calendar ends before the period does.
    pub fn checked_end(self, start: Date) -> Option<Date> {
        start.checked_add(self.span()).ok()
    }

    /// The day on which the period began that ends on `end`.
    pub fn start(self, end: Date) -> Date {
        end.saturating_sub(self.span())
    }

    fn span(self) -> Span {
        match self {
            Self::Trial => TRIAL_DAYS.days(),
            Self::Months(months) => i64::from(months).months(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code())
    }
}

impl From<Period> for i32 {
    fn from(period: Period) -> Self {
        period.code()
    }
}

impl TryFrom<i32> for Period {
    type Error = String;

    fn try_from(code: i32) -> Result<Self, String> {
        Self::parse(&code.to_string()).ok_or_else(|| format!("no period has the code {code}"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn months_are_calendar_months() {
        let month = Period::Months(1);
        assert_eq!(month.end(date(2027, 1, 31)), date(2027, 2, 28));
        assert_eq!(month.end(date(2028, 1, 31)), date(2028, 2, 29));
        assert_eq!(Period::Months(12).end(date(2028, 2, 29)), date(2029, 2, 28));
        assert_eq!(Period::Months(6).end(date(2027, 8, 15)), date(2028, 2, 15));
    }

    #[test]
    fn a_period_is_read_by_its_code() {
        assert_eq!(Period::parse("-100"), Some(Period::Trial));
        assert_eq!(Period::parse("12"), Some(Period::Months(12)));
        for code in ["0", "-50", "", "1.5", "month", "99999"] {
            assert_eq!(Period::parse(code), None, "{code}");
        }
    }
}
