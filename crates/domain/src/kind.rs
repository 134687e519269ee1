//! The kinds of goods and how a tariff's kind is told. Ids only name a kind; the goods come from the price list.

use serde::{Deserialize, Serialize};

use crate::{Field, TariffId};

/// The item type of the account, which is also the name of its family of functions: `addition.order.param`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemType {
    Addition,
    SoftExternal,
}

impl ItemType {
    pub const ALL: [Self; 2] = [Self::Addition, Self::SoftExternal];

    /// The value of `itemtype` in `pricelist.export`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Addition => "addition",
            Self::SoftExternal => "softexternal",
        }
    }
}

/// What is sold, as far as the module must behave differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    BitNinja,
    DdosGuard,
    OtherModule,
    OtherSoftware,
}

impl Kind {
    /// In the order in which they are tried: the first match names the kind.
    pub const ALL: [Self; 4] = [Self::BitNinja, Self::DdosGuard, Self::OtherModule, Self::OtherSoftware];

    pub const fn name(self) -> &'static str {
        match self {
            Self::BitNinja => "bit-ninja",
            Self::DdosGuard => "ddos-guard",
            Self::OtherModule => "other-module",
            Self::OtherSoftware => "other-software",
        }
    }

    pub const fn item_type(self) -> ItemType {
        match self {
            Self::BitNinja | Self::DdosGuard | Self::OtherModule => ItemType::Addition,
            Self::OtherSoftware => ItemType::SoftExternal,
        }
    }

    /// A word that the tariff's internal name or title holds, in lower case.
    pub const fn marker(self) -> Option<&'static str> {
        match self {
            Self::BitNinja => Some("bitninja"),
            Self::DdosGuard => Some("ddos"),
            Self::OtherModule | Self::OtherSoftware => None,
        }
    }

    /// Tariff ids that name the kind when a name does not (api: EU 55371, RU 55390; DDoS-Guard 23221 in both).
    pub const fn known_ids(self) -> &'static [u32] {
        match self {
            Self::BitNinja => &[55371, 55390],
            Self::DdosGuard => &[23221],
            Self::OtherModule | Self::OtherSoftware => &[],
        }
    }

    /// The custom fields of the kind, in the manual's order.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::BitNinja => {
                &[Field::ITEM, Field::BITNINJA_EMAIL, Field::BITNINJA_KEY, Field::BITNINJA_PASSWORD, Field::ORDER_ID]
            }
            Self::DdosGuard => &[Field::ITEM, Field::DOMAIN, Field::TARGET_IP, Field::ORDER_ID],
            Self::OtherModule => &[Field::ITEM, Field::ORDER_ID],
            Self::OtherSoftware => &[Field::LICENCE_NAME, Field::LICENCE_IP, Field::ORDER_ID],
        }
    }

    /// Tells the kind of a tariff: what the facts above mean together. PHP does the same with the contract, and one
    /// fixture holds both to it. A BitNinja licence is third-party software and not the module, so the item type is asked
    /// before the names.
    pub fn of(item_type: ItemType, id: TariffId, names: &[&str]) -> Self {
        let named = |marker: &str| names.iter().any(|name| name.to_ascii_lowercase().contains(marker));
        Self::ALL
            .into_iter()
            .filter(|kind| kind.item_type() == item_type)
            .find(|kind| kind.known_ids().contains(&id.0) || kind.marker().is_none_or(named))
            .unwrap_or(Self::OtherModule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Example {
        item_type: ItemType,
        id: u32,
        names: Vec<String>,
        kind: Kind,
    }

    #[test]
    fn the_fixture_that_php_reads_too_tells_every_kind() {
        let examples: Vec<Example> = serde_json::from_str(include_str!("../../../tests/contract/kinds.json")).unwrap();
        for Example { item_type, id, names, kind } in examples {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            assert_eq!(Kind::of(item_type, TariffId(id), &names), kind, "{item_type:?} {id} {names:?}");
        }
    }

    #[test]
    fn names_are_the_ones_that_travel() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        for item_type in ItemType::ALL {
            assert_eq!(serde_json::to_value(item_type).unwrap(), item_type.name());
        }
    }
}
