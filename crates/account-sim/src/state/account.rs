//! A partner's account: who may log in, which price list applies and how much money there is.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::money::{Currency, Minor};
use super::tariff::{Region, Tariff, TariffId};

/// The name under which an account logs in. Cheap to copy: each service carries it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Login(Arc<str>);

impl From<&str> for Login {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl Deref for Login {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Login {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    pub login: Login,
    pub password: String,
    pub region: Region,
    pub balance: Minor,
    /// How far below zero the balance may go; never negative.
    pub credit: Minor,
    pub tariffs: BTreeMap<TariffId, Tariff>,
}

impl Account {
    pub fn currency(&self) -> Currency {
        match self.region {
            Region::Eu => Currency::Eur,
            Region::Ru => Currency::Rub,
        }
    }

    /// Whether so much money can leave the account.
    pub fn can_pay(&self, price: Minor) -> bool {
        price.0 <= 0 || price.0 <= self.balance.0.saturating_add(self.credit.0)
    }
}
