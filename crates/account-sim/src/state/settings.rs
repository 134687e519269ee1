//! The switches of a world. Each names something that no public document settles; the defaults are the most
//! probable answers. `POST /control/seed` changes them one by one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::tariff::TariffId;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub short_balance: ShortBalance,
    pub remoteid_in_list: bool,
    pub deleted_rows: DeletedRows,
    /// A new service becomes active after it was shown so many times; 0 is at once, null is never by reading.
    pub activation_reads: Option<u32>,
    /// Or after so many virtual seconds; null is never by time.
    pub activation_seconds: Option<u32>,
    /// Days during which a new service of a tariff cannot be deleted, in place of the tariff's own.
    pub min_order_days: BTreeMap<TariffId, u32>,
    /// Whether `tparams` repeats credentials too. The order's own parameters are always repeated.
    pub echo_secrets: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShortBalance {
    /// The call is refused and nothing changes.
    Error,
    /// The order lies in the basket and waits for money.
    Unpaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeletedRows {
    /// Deleted services stay in lists with status 4.
    Linger,
    /// The account denies that they ever were.
    Vanish,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            short_balance: ShortBalance::Error,
            remoteid_in_list: true,
            deleted_rows: DeletedRows::Linger,
            activation_reads: Some(2),
            activation_seconds: Some(3),
            min_order_days: BTreeMap::new(),
            echo_secrets: false,
        }
    }
}
