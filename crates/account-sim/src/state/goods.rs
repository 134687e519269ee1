//! What is delivered: which values the order has to give, and what appears with activation.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::World;
use super::assumptions::{Assumptions, DdosGuardFields, OtherModules};
use super::certificate;
use super::order_field::{Check, OrderField, is_domain, is_email, is_ip};
use super::service::ServiceId;
use super::token::token;

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
    Certificate,
}

impl Goods {
    pub fn order_fields(self, assumptions: &Assumptions) -> &'static [OrderField] {
        match self {
            Self::BitNinjaModule => &[BITNINJA_EMAIL],
            Self::DdosGuardModule => match assumptions.u6_ddos_guard_fields {
                DdosGuardFields::DomainAndTargetIp => &[DOMAIN, TARGET_IP],
                DdosGuardFields::DomainAndIp => &[DOMAIN, IP],
            },
            Self::OtherModule => match assumptions.u7_other_modules {
                OtherModules::ItemOnly => &[],
                OtherModules::ItemAndName => &[LICENCE_NAME],
            },
            Self::NamedLicence => &[LICENCE_NAME],
            Self::AddressedLicence => &[LICENCE_IP, LICENCE_NAME],
            Self::Certificate => certificate::ORDER,
        }
    }

    /// The parameters that the account makes up when the service becomes active, and their length.
    fn secrets(self) -> &'static [(&'static str, usize)] {
        match self {
            Self::BitNinjaModule => &[("bitninjakey", 32), ("bitninja_password", 12)],
            Self::DdosGuardModule | Self::OtherModule => &[],
            Self::NamedLicence | Self::AddressedLicence => &[("lickey", 20)],
            Self::Certificate => &[("crt", 1600)],
        }
    }
}

impl World {
    /// What the goods of an active service give their owner; the same in every run of the same world.
    pub(super) fn secrets(&self, id: ServiceId, goods: Goods) -> Vec<(Cow<'static, str>, String)> {
        let (world, number) = (self.number.to_string(), id.to_string());
        let made_up = |name: &str, length| {
            let parts = [world.as_str(), name, &number];
            match name {
                "crt" => certificate::certificate(&parts),
                "lickey" => format!("{number}-{}", token(&parts, length)),
                _ => token(&parts, length),
            }
        };
        goods.secrets().iter().map(|&(name, length)| (Cow::Borrowed(name), made_up(name, length))).collect()
    }
}

const BITNINJA_EMAIL: OrderField = OrderField::optional("bitninja_email", Check::Limited(is_email)).editable();
const DOMAIN: OrderField = OrderField::required("domain", Check::Of(is_domain));
const TARGET_IP: OrderField = OrderField::required("target_ip", Check::Of(is_ip));
const IP: OrderField = OrderField::required("ip", Check::Of(is_ip));
const LICENCE_IP: OrderField = IP.editable();
const LICENCE_NAME: OrderField = OrderField::required("licname", Check::Limited(|_| true)).editable();
