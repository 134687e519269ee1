//! Tariffs of the account as its price list names them.

use serde::{Deserialize, Serialize};

use crate::{ItemType, Kind, Money};

/// The account's id of a tariff (`pricelist`), called Product ID in WHMCS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TariffId(pub u32);

/// What one period of a tariff costs in the account. Periods that WHMCS cannot bill are kept: staff should see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    pub months: u16,
    pub cost: Money,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tariff {
    pub id: TariffId,
    pub name: String,
    pub kind: Kind,
    pub prices: Vec<Price>,
}

impl Tariff {
    pub fn item_type(&self) -> ItemType {
        self.kind.item_type()
    }
}
