//! What a test may turn in a world: the assumptions, and how the account behaves where nothing is in doubt.
//! `POST /control/seed` changes the settings one by one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::assumptions::Assumptions;
use super::tariff::TariffId;
use crate::wire::quirks::Quirks;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub assumptions: Assumptions,
    pub deleted_rows: DeletedRows,
    /// Days during which a new service of a tariff cannot be deleted, in place of the tariff's own.
    pub min_order_days: BTreeMap<TariffId, u32>,
    /// The accounts that want a second factor, which no program has.
    pub totp: BTreeSet<String>,
    pub quirks: Quirks,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeletedRows {
    /// Deleted services stay in lists with status 4.
    #[default]
    Linger,
    /// The account denies that they ever were.
    Vanish,
}
