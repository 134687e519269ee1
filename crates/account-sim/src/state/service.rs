//! A service of an account and its life: ordered, processed, active, suspended, deleted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::account::Login;
use super::period::Period;
use super::tariff::{ItemType, TariffId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
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

    pub fn color(self) -> &'static str {
        match self {
            Self::Ordered | Self::Processing => "blue",
            Self::Active => "green",
            Self::Suspended => "red",
            Self::Deleted => "gray",
        }
    }
}

impl From<Status> for u8 {
    fn from(status: Status) -> Self {
        status.code()
    }
}

impl TryFrom<u8> for Status {
    type Error = String;

    fn try_from(code: u8) -> Result<Self, String> {
        let all = [Self::Ordered, Self::Active, Self::Suspended, Self::Deleted, Self::Processing];
        all.into_iter().find(|status| status.code() == code).ok_or_else(|| format!("no status has the number {code}"))
    }
}

/// How many of each addition to a tariff, such as nodes of a cluster, a service has.
pub type Counts = BTreeMap<TariffId, u32>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Service {
    pub id: ServiceId,
    pub account: Login,
    pub item_type: ItemType,
    pub tariff: TariffId,
    /// The ispmanager licence that an addition belongs to.
    pub item: Option<ServiceId>,
    pub status: Status,
    /// The order lies in the basket and waits for its payment.
    pub unpaid: bool,
    /// What the account shows in place of the status's number until the status changes: a sub-state such as
    /// `3_abusesuspend`, or a number that nobody knows.
    pub shown_status: Option<String>,
    pub ordered_at: Timestamp,
    pub created: Date,
    /// The service is paid up to the beginning of this day.
    pub expires: Date,
    pub period: Period,
    pub autoprolong: Option<Period>,
    pub remoteid: String,
    /// What the order gave (`bitninja_email`, `ip`, …) and what activation added (`bitninjakey`, `lickey`, …).
    pub params: BTreeMap<Cow<'static, str>, String>,
    /// How often the account showed this service while it was not active yet.
    pub reads: u32,
    /// When the key of an active service appears that does not have it yet.
    pub key_at: Option<Timestamp>,
    pub counts: Counts,
    /// The partner suspended it: it stays paid and may be resumed.
    pub suspended_by_owner: bool,
}

impl Service {
    /// The status as a program reads it; some installations write its reason behind the number.
    pub fn status_code(&self, with_reason: bool) -> String {
        let reason = if with_reason { self.reason() } else { "" };
        self.shown_status.clone().unwrap_or_else(|| format!("{}{reason}", self.status.code()))
    }

    /// Why the status is so, as some installations write it behind the number.
    pub fn reason(&self) -> &'static str {
        match self.status {
            Status::Processing => "_open",
            Status::Suspended if self.suspended_by_owner => "_employeesuspend",
            Status::Suspended => "_autosuspend",
            Status::Ordered | Status::Active | Status::Deleted => "",
        }
    }

    pub fn is_suspended_by_owner(&self) -> bool {
        self.status == Status::Suspended && self.suspended_by_owner
    }

    pub fn is_being_set_up(&self) -> bool {
        !self.unpaid && matches!(self.status, Status::Ordered | Status::Processing)
    }
}
