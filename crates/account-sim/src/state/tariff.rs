//! What can be bought: item types, tariffs, and what an order of each has to say.

use std::borrow::Cow;
use std::net::IpAddr;

use serde::{Deserialize, Serialize, Serializer};

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

/// What is delivered, and with it what the order has to say and what appears once the service is active.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goods {
    BitNinjaModule,
    DdosGuardModule,
    OtherModule,
    /// A licence that is only given a name.
    NamedLicence,
    /// A licence for one IP address.
    AddressedLicence,
}

#[derive(Clone, Copy, Debug)]
pub struct OrderField {
    pub name: &'static str,
    pub required: bool,
    pub editable: bool,
    accepts: fn(&str) -> bool,
}

impl OrderField {
    pub fn accepts(&self, value: &str) -> bool {
        match value.is_empty() {
            true => !self.required,
            false => (self.accepts)(value),
        }
    }
}

impl Goods {
    pub fn order_fields(self) -> &'static [OrderField] {
        match self {
            Self::BitNinjaModule => {
                &[OrderField { name: "bitninja_email", required: false, editable: true, accepts: is_email }]
            }
            Self::DdosGuardModule => &[
                OrderField { name: "domain", required: true, editable: false, accepts: is_domain },
                OrderField { name: "target_ip", required: true, editable: false, accepts: is_ip },
            ],
            Self::OtherModule => &[],
            Self::NamedLicence => &[LICENCE_NAME],
            Self::AddressedLicence => {
                &[OrderField { name: "ip", required: true, editable: true, accepts: is_ip }, LICENCE_NAME]
            }
        }
    }

    /// The parameters that the account makes up when the service becomes active, and their length.
    pub fn secrets(self) -> &'static [(&'static str, usize)] {
        match self {
            Self::BitNinjaModule => &[("bitninjakey", 32), ("bitninja_password", 12)],
            Self::DdosGuardModule | Self::OtherModule => &[],
            Self::NamedLicence | Self::AddressedLicence => &[("lickey", 20)],
        }
    }
}

const LICENCE_NAME: OrderField =
    OrderField { name: "licname", required: true, editable: true, accepts: is_licence_name };

fn is_licence_name(value: &str) -> bool {
    value.chars().count() <= 255
}

fn is_ip(value: &str) -> bool {
    value.parse::<IpAddr>().is_ok()
}

fn is_email(value: &str) -> bool {
    let plain = |part: &str| !part.contains(['@', ' ', '<', '>', ',']);
    value.split_once('@').is_some_and(|(name, host)| !name.is_empty() && plain(name) && plain(host) && is_domain(host))
}

fn is_domain(value: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    value.len() <= 253 && value.contains('.') && value.split('.').all(label)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_fields_tell_good_values_from_bad_ones() {
        assert!(is_email("client@example.com"));
        assert!(!is_email("client"));
        assert!(!is_email("a@b@example.com"));
        assert!(is_domain("example.com"));
        assert!(is_domain("пример.рф"));
        assert!(!is_domain("https://example.com"));
        assert!(!is_domain("-a.com"));
        assert!(is_ip("192.0.2.1"));
        assert!(is_ip("2001:db8::1"));
        assert!(!is_ip("192.0.2.256"));
    }
}
