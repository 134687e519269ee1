//! A service of an account and its life: ordered, processed, active, suspended, deleted.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::period::Period;
use super::tariff::{ItemType, TariffId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ServiceId(pub u64);

impl ServiceId {
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }
}

impl fmt::Display for ServiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Ordered,
    Processing,
    Active,
    Suspended,
    Deleted,
}

impl Status {
    pub fn code(self) -> u8 {
        match self {
            Self::Ordered => 1,
            Self::Active => 2,
            Self::Suspended => 3,
            Self::Deleted => 4,
            Self::Processing => 5,
        }
    }

    /// Why it is so, as some installations write it behind the number.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Processing => "_open",
            Self::Suspended => "_autosuspend",
            Self::Ordered | Self::Active | Self::Deleted => "",
        }
    }

    pub fn color(self) -> &'static str {
        match self {
            Self::Ordered | Self::Processing => "blue",
            Self::Active => "green",
            Self::Suspended => "red",
            Self::Deleted => "gray",
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.code())
    }
}

#[derive(Clone, Debug)]
pub struct Service {
    pub id: ServiceId,
    pub account: &'static str,
    pub item_type: ItemType,
    pub tariff: TariffId,
    /// The ispmanager licence that an addition belongs to.
    pub item: Option<ServiceId>,
    pub status: Status,
    /// The order lies in the basket and waits for its payment.
    pub unpaid: bool,
    pub ordered_at: Timestamp,
    pub created: Date,
    /// The service is paid up to the beginning of this day.
    pub expires: Date,
    pub period: Period,
    pub autoprolong: Option<Period>,
    pub remoteid: String,
    /// What the order gave (`bitninja_email`, `ip`, …) and what activation added (`bitninjakey`, `lickey`, …).
    pub params: BTreeMap<&'static str, String>,
    /// How often the account showed this service while it was not active yet.
    pub reads: u32,
}

impl Service {
    pub fn is_being_set_up(&self) -> bool {
        !self.unpaid && matches!(self.status, Status::Ordered | Status::Processing)
    }
}
