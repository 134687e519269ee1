//! What can be bought: regions, item types and tariffs.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, Serializer};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    Eu,
    Ru,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemType {
    /// A module of ispmanager.
    Addition,
    /// A third-party licence.
    Softexternal,
    /// An ispmanager licence.
    Soft,
}

impl ItemType {
    pub const ALL: [Self; 3] = [Self::Addition, Self::Softexternal, Self::Soft];

    pub fn name(self) -> &'static str {
        match self {
            Self::Addition => "addition",
            Self::Softexternal => "softexternal",
            Self::Soft => "soft",
        }
    }

    /// The billing function that orders goods of this type, as the ledger names it.
    pub fn order_function(self) -> &'static str {
        match self {
            Self::Addition => "addition.order.param",
            Self::Softexternal => "softexternal.order.param",
            Self::Soft => "soft.order.param",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item_type| item_type.name() == name)
    }
}

impl Serialize for ItemType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[derive(Clone, Debug)]
pub struct Tariff {
    pub id: TariffId,
    pub item_type: ItemType,
    pub goods: Goods,
    /// In the language of the region.
    pub name: &'static str,
    /// `additionintname` in the price list: the name by which the ispmanager panel knows a module.
    pub internal_name: &'static str,
    pub prices: Cow<'static, [(Period, Minor)]>,
    /// A service cannot be deleted during its first days.
    pub min_order_days: u32,
}

impl Tariff {
    pub fn price(&self, period: Period) -> Option<Minor> {
        self.prices.iter().find(|(offered, _)| *offered == period).map(|(_, price)| *price)
    }
}
