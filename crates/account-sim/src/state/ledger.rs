//! Every movement of money and why it happened. Entries are only ever added.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::account::Login;
use super::money::{Currency, Minor};
use super::period::Period;
use super::service::ServiceId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    Order,
    Prolong,
    Deposit,
    Refund,
    /// What a change of the tariff costs or gives back.
    TariffChange,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub at: Timestamp,
    pub account: Login,
    pub service: Option<ServiceId>,
    pub kind: EntryKind,
    /// Signed: money that leaves the account is negative.
    pub amount: Minor,
    pub currency: Currency,
    /// The billing function that moved the money, `autoprolong`, or the control call.
    pub cause: Cow<'static, str>,
    pub period: Option<Period>,
    pub remoteid: String,
}
