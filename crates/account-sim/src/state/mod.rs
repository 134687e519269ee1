//! The simulated world: accounts, price lists, services and the ledger, and the rules by which they change.
//! Pure: no network, no files, no system clock. Time is a value that the caller moves forward.

#![allow(clippy::inconsistent_digit_grouping, reason = "in an amount of money the last two digits are the cents")]

pub mod account;
pub mod assumptions;
pub mod basket;
mod calendar;
pub mod certificate;
pub mod clock;
mod deletion;
pub mod goods;
pub mod ledger;
mod licence_key;
mod life;
pub mod login_guard;
pub mod money;
pub mod order;
pub mod order_field;
mod payment;
pub mod period;
mod price_lists;
mod pricing;
pub mod quirks;
pub mod refusal;
mod renewal;
pub mod service;
mod services;
pub mod session;
pub mod settings;
pub mod sowing;
mod suspension;
pub mod tariff;
pub mod tariff_change;
pub mod token;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use account::{Account, Login};
use basket::BasketItem;
use ledger::Entry;
use money::Minor;
use period::Period;
use refusal::Refusal;
use service::{Service, ServiceId, Status};
use services::Services;
use settings::{DeletedRows, Settings};
use tariff::{ItemType, Region, Tariff, TariffId};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct World {
    /// Worlds of different numbers make up different keys.
    number: u64,
    pub settings: Settings,
    now: Timestamp,
    accounts: BTreeMap<Login, Account>,
    services: Services,
    ledger: Vec<Entry>,
    basket: Vec<BasketItem>,
    next_service: u64,
    next_unpaid_order: u32,
}

impl World {
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// What keys and other made-up texts of this world depend on.
    pub fn number(&self) -> u64 {
        self.number
    }

    pub fn account(&self, login: &str) -> Option<&Account> {
        self.accounts.get(login)
    }

    /// The first account of a region.
    pub fn account_of(&self, region: Region) -> Option<&Account> {
        self.accounts.values().find(|account| account.region == region)
    }

    /// What the account can buy, by id.
    pub fn tariffs(&self, login: &str) -> impl Iterator<Item = &Tariff> {
        self.account(login).into_iter().flat_map(|account| account.tariffs.values())
    }

    pub fn tariff(&self, login: &str, id: TariffId) -> Option<&Tariff> {
        self.account(login)?.tariffs.get(&id)
    }

    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.services.iter()
    }

    pub fn ledger(&self) -> &[Entry] {
        &self.ledger
    }

    /// What an account shows of one item type, by id. Skipping costs nothing while deleted services linger.
    pub fn shown(&self, login: &Login, item_type: ItemType) -> impl Iterator<Item = &Service> {
        let ids = self.services.of(login, item_type);
        ids.iter().filter_map(|&id| self.service_by_id(id)).filter(|service| self.is_shown(service))
    }

    /// So many of an account's services of one item type from a place on, and how many there are in all.
    pub fn page(&self, login: &Login, item_type: ItemType, skip: usize, take: usize) -> (Vec<&Service>, usize) {
        if self.settings.deleted_rows == DeletedRows::Vanish {
            let total = self.shown(login, item_type).count();
            return (self.shown(login, item_type).skip(skip).take(take).collect(), total);
        }
        let ids = self.services.of(login, item_type);
        let page = ids.iter().skip(skip).take(take).filter_map(|&id| self.service_by_id(id));
        (page.collect(), ids.len())
    }

    /// A service of the account, deleted ones included as long as they linger.
    pub fn service(&self, login: &str, id: ServiceId) -> Result<&Service, Refusal> {
        self.service_by_id(id)
            .filter(|service| *service.account == *login && self.is_shown(service))
            .ok_or(Refusal::UnknownItem)
    }

    /// Whose ever it is, and whether or not it is shown.
    pub fn service_by_id(&self, id: ServiceId) -> Option<&Service> {
        self.services.get(id)
    }

    /// Changes a service of the account.
    pub fn change_service(
        &mut self,
        login: &str,
        id: ServiceId,
        change: impl FnOnce(&mut Service),
    ) -> Result<(), Refusal> {
        self.service(login, id)?;
        self.change(id, change);
        Ok(())
    }

    /// Changes any service, whatever its state; false when there is none.
    pub fn change_by_hand(&mut self, id: ServiceId, change: impl FnOnce(&mut Service)) -> bool {
        let mut shown = None;
        self.change(id, |service| {
            change(service);
            shown = Some(service.shown_status.take());
        });
        let known = shown.is_some();
        self.change(id, |service| service.shown_status = shown.flatten());
        known
    }

    /// Removes a service as if it had never been.
    pub fn forget(&mut self, id: ServiceId) -> bool {
        self.basket.retain(|item| item.service != id);
        self.services.remove(id).is_some()
    }

    fn is_shown(&self, service: &Service) -> bool {
        service.status != Status::Deleted || self.settings.deleted_rows == DeletedRows::Linger
    }

    /// A service as lists and forms call it: `#1001 ispmanager 6 lite`.
    pub fn title(&self, service: &Service) -> String {
        let tariff = self.tariff(&service.account, service.tariff);
        format!("#{} {}", service.id, tariff.map_or("", |tariff| &tariff.name))
    }

    /// Sets how far below zero a balance may go; false when there is no such account.
    pub fn set_credit(&mut self, login: &str, credit: Minor) -> bool {
        let account = self.accounts.get_mut(login).filter(|_| credit.0 >= 0);
        account.map(|account| account.credit = credit).is_some()
    }

    /// Changes what a period of a tariff costs; false when the tariff does not offer it.
    pub fn set_price(&mut self, login: &str, id: TariffId, period: Period, price: Minor) -> bool {
        self.accounts
            .get_mut(login)
            .and_then(|account| account.tariffs.get_mut(&id)?.prices.get_mut(&period))
            .map(|current| *current = price)
            .is_some()
    }
}
