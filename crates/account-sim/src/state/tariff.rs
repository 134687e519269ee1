//! What can be bought: regions, item types and tariffs.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::goods::Goods;
use super::money::Minor;
use super::period::Period;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TariffId(pub u32);

impl TariffId {
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }
}

/// Which of the two price lists an account sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    Eu,
    Ru,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemType {
    /// A module of ispmanager.
    Addition,
    /// A third-party licence.
    Softexternal,
    /// An ispmanager licence.
    Soft,
    /// An SSL certificate.
    Certificate,
}

impl ItemType {
    pub const ALL: [Self; 4] = [Self::Addition, Self::Softexternal, Self::Soft, Self::Certificate];

    pub fn name(self) -> &'static str {
        match self {
            Self::Addition => "addition",
            Self::Softexternal => "softexternal",
            Self::Soft => "soft",
            Self::Certificate => "certificate",
        }
    }

    /// The billing function that orders goods of this type, as the ledger names it.
    pub fn order_function(self) -> &'static str {
        match self {
            Self::Addition => "addition.order.param",
            Self::Softexternal => "softexternal.order.param",
            Self::Soft => "soft.order.param",
            Self::Certificate => "certificate.order.param",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item_type| item_type.name() == name)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tariff {
    pub id: TariffId,
    pub item_type: ItemType,
    pub goods: Goods,
    /// In the language of the region.
    pub name: Cow<'static, str>,
    /// `additionintname` in the price list: the name by which the ispmanager panel knows a module.
    pub internal_name: Cow<'static, str>,
    pub prices: BTreeMap<Period, Minor>,
    /// What is counted beside the tariff itself, under the number of its parameter `addon_N`.
    pub addons: BTreeMap<TariffId, Addon>,
    /// A service cannot be deleted during its first days.
    pub min_order_days: u32,
}

/// Something that a tariff has any number of, such as nodes of a cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Addon {
    /// In the language of the region.
    pub name: Cow<'static, str>,
    pub internal_name: Cow<'static, str>,
    /// What one of it costs for a period.
    pub prices: BTreeMap<Period, Minor>,
}

impl Tariff {
    pub fn price(&self, period: Period) -> Option<Minor> {
        self.prices.get(&period).copied()
    }
}
