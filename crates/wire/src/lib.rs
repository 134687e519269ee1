//! The messages between the panel and the relay, and the writer of the PHP contract. No transport.
//!
//! A message is the JSON in the form field `message`; its answer is [`Answer`]. Dates travel as `YYYY-MM-DD`, moments as
//! RFC 3339 in UTC, money as [`ispnoc_domain::Money`]. Texts in answers are for people, in the page's language.

mod action;
mod answer;
pub mod contract;
mod error;
mod json;
mod message;
mod mount;
mod read;

pub use action::{ACTIONS, Action, Effect, Entry};
pub use answer::{
    AccountSide, Candidate, Candidates, Command, Cycle, FieldCheck, FieldRow, FieldState, Fields, InfoRow, Journal,
    JournalState, Link, PeriodChoice, Service, ServiceAction, ServiceInfo, Spending, SpentMonth, TariffList,
};
pub use error::{Answer, ErrorCode, Failure};
pub use json::parse;
pub use message::Message;
pub use mount::{MountConfig, View};
pub use read::{Read, Value};
