//! A partner's account: who may log in, which price list applies and how much money there is.

use super::money::{Currency, Minor};
use super::tariff::Region;

#[derive(Clone, Debug)]
pub struct Account {
    pub login: &'static str,
    pub password: &'static str,
    pub region: Region,
    pub balance: Minor,
    /// The first of the account's ispmanager licences; there are five in a row.
    pub first_licence: u64,
}

impl Account {
    pub fn currency(&self) -> Currency {
        match self.region {
            Region::Eu => Currency::Eur,
            Region::Ru => Currency::Rub,
        }
    }
}

/// The accounts of a fresh world. Their passwords hold the characters that careless encoding breaks.
pub fn default_accounts() -> Vec<Account> {
    vec![
        Account {
            login: "eu-partner",
            password: "Secret&<eu>:1",
            region: Region::Eu,
            balance: Minor(500_00),
            first_licence: 1001,
        },
        Account {
            login: "ru-partner",
            password: "Secret&<ru>:1",
            region: Region::Ru,
            balance: Minor(50_000_00),
            first_licence: 2001,
        },
    ]
}
