//! What is delivered: which values the order has to give, which of them are accepted, and what appears with activation.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
