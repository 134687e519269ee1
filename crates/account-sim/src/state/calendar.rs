//! Moments and dates: the account writes dates without saying in which time zone they are.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, offset};

use super::World;
use super::assumptions::TimeZoneOfDates;
use super::tariff::Region;

const MOSCOW: Offset = offset(3);
const CENTRAL_EUROPE: Offset = offset(1);

/// How many days lie between two; negative when the second is the earlier one.
pub(super) fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

impl World {
    /// What the calendar of the account's server shows.
    pub fn today(&self, login: &str) -> Date {
        self.day_of(login, self.now())
    }

    pub fn day_of(&self, login: &str, moment: Timestamp) -> Date {
        self.offset(login).to_datetime(moment).date()
    }

    /// The moment when a day begins; for the last days of the calendar the end of time.
    pub fn beginning_of(&self, login: &str, day: Date) -> Timestamp {
        self.offset(login).to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX)
    }

    fn offset(&self, login: &str) -> Offset {
        let region = self.account(login).map_or(Region::Eu, |account| account.region);
        match (self.settings.assumptions.u19_time_zone, region) {
            (TimeZoneOfDates::ByRegion, Region::Eu) | (TimeZoneOfDates::Utc, _) => Offset::UTC,
            (TimeZoneOfDates::Cet, Region::Eu) => CENTRAL_EUROPE,
            (TimeZoneOfDates::ByRegion | TimeZoneOfDates::Cet, Region::Ru) => MOSCOW,
        }
    }
}
