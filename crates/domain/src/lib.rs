//! What is true of the business of reselling ispmanager modules. No I/O, no DOM, no clock.
//!
//! Facts from outside name their source: `manual` is the vendor's manual of the WHMCS module, `api` the vendor's
//! documents on the account's API. `ispnoc-wire` writes kinds, fields, periods, statuses and settings into the PHP contract.
//! PHP alone reads the account's answers, so nothing here parses them.

mod field;
mod kind;
mod margin;
mod money;
mod period;
mod search;
mod setting;
mod status;
mod tariff;

pub use field::{Field, FilledBy};
pub use kind::{ItemType, Kind};
pub use margin::Margin;
pub use money::Money;
pub use period::Period;
pub use search::{Index, Matches};
pub use setting::{SETTINGS, Setting, SettingType};
pub use status::{AccountStatus, WhmcsStatus};
pub use tariff::{Price, Tariff, TariffId};
