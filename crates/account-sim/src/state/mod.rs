//! The simulated world: accounts, price lists, services and the ledger, and the rules by which they change.
//! Pure: no network, no files, no system clock. Time is a value that the caller moves forward.

#![allow(clippy::inconsistent_digit_grouping, reason = "in an amount of money the last two digits are the cents")]

pub mod account;
pub mod assumptions;
pub mod basket;
pub mod clock;
mod deletion;
pub mod goods;
pub mod ledger;
mod life;
pub mod login_guard;
pub mod money;
pub mod order;
pub mod period;
pub mod price_lists;
pub mod refusal;
mod renewal;
pub mod service;
pub mod session;
pub mod settings;
pub mod tariff;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use account::{Account, default_accounts};
use basket::BasketItem;
use ledger::{Entry, EntryKind};
use money::Minor;
use period::Period;
use price_lists::price_list;
use refusal::Refusal;
use service::{Service, ServiceId, Status};
use settings::{DeletedRows, Settings};
use tariff::{ItemType, Tariff, TariffId};

/// The id that the first new service gets.
const FIRST_NEW_SERVICE: u64 = 812_345;
const FIRST_UNPAID_ORDER: u32 = 77;

/// The ispmanager licences of the accounts never run out, so that long walks are about the modules alone.
const LICENCES_EXPIRE: Date = date(2099, 12, 31);

#[derive(Clone, Debug)]
pub struct World {
    pub settings: Settings,
    now: Timestamp,
    accounts: BTreeMap<&'static str, Account>,
    price_lists: BTreeMap<&'static str, Vec<Tariff>>,
    services: BTreeMap<ServiceId, Service>,
    ledger: Vec<Entry>,
    basket: Vec<BasketItem>,
    next_service: u64,
    next_unpaid_order: u32,
}

impl World {
    /// Two accounts with money, a price list and five ispmanager licences each.
    pub fn new(now: Timestamp) -> Self {
        let mut world = Self {
            settings: Settings::default(),
            now,
            accounts: BTreeMap::new(),
            price_lists: BTreeMap::new(),
            services: BTreeMap::new(),
            ledger: Vec::new(),
            basket: Vec::new(),
            next_service: FIRST_NEW_SERVICE,
            next_unpaid_order: FIRST_UNPAID_ORDER,
        };
        for account in default_accounts() {
            world.add_account(account);
        }
        world
    }

    fn add_account(&mut self, account: Account) {
        let tariffs = price_list(account.region);
        let licences = tariffs
            .iter()
            .filter(|tariff| tariff.item_type == ItemType::Soft && tariff.price(Period::Months(1)).is_some())
            .cycle();
        for (id, tariff) in (account.first_licence..).zip(licences).take(5) {
            let licence = Service {
                id: ServiceId(id),
                account: account.login,
                item_type: ItemType::Soft,
                tariff: tariff.id,
                item: None,
                status: Status::Active,
                unpaid: false,
                ordered_at: self.now,
                created: day_of(self.now),
                expires: LICENCES_EXPIRE,
                period: Period::Months(1),
                autoprolong: None,
                remoteid: String::new(),
                params: BTreeMap::from([
                    ("ip", format!("192.0.2.{}", id % 1000)),
                    ("licname", format!("server-{id}.example")),
                    ("lickey", format!("{id}-{}", token(&["lickey", &id.to_string()], 20))),
                ]),
                reads: 0,
            };
            self.services.insert(licence.id, licence);
        }
        self.price_lists.insert(account.login, tariffs);
        self.accounts.insert(account.login, account);
    }

    pub fn now(&self) -> Timestamp {
        self.now
    }

    pub fn today(&self) -> Date {
        day_of(self.now)
    }

    pub fn account(&self, login: &str) -> Option<&Account> {
        self.accounts.get(login)
    }

    pub fn tariffs(&self, login: &str) -> &[Tariff] {
        self.price_lists.get(login).map_or(&[], Vec::as_slice)
    }

    pub fn tariff(&self, login: &str, id: TariffId) -> Option<&Tariff> {
        self.tariffs(login).iter().find(|tariff| tariff.id == id)
    }

    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.services.values()
    }

    pub fn ledger(&self) -> &[Entry] {
        &self.ledger
    }

    /// What an account shows of one item type, by id.
    pub fn shown(&self, login: &str, item_type: ItemType) -> impl Iterator<Item = &Service> {
        self.services
            .values()
            .filter(move |service| service.account == login && service.item_type == item_type && self.is_shown(service))
    }

    /// A service of the account, deleted ones included as long as they linger.
    pub fn service(&self, login: &str, id: ServiceId) -> Result<&Service, Refusal> {
        self.services
            .get(&id)
            .filter(|service| service.account == login && self.is_shown(service))
            .ok_or(Refusal::UnknownItem)
    }

    pub fn service_mut(&mut self, login: &str, id: ServiceId) -> Result<&mut Service, Refusal> {
        self.service(login, id)?;
        self.services.get_mut(&id).ok_or(Refusal::UnknownItem)
    }

    fn is_shown(&self, service: &Service) -> bool {
        service.status != Status::Deleted || self.settings.deleted_rows == DeletedRows::Linger
    }

    /// A service as lists and forms call it: `#1001 ispmanager 6 lite`.
    pub fn title(&self, service: &Service) -> String {
        let tariff = self.tariff(service.account, service.tariff);
        format!("#{} {}", service.id, tariff.map_or("", |tariff| tariff.name))
    }

    /// Sets a balance from outside; the difference is a deposit.
    pub fn set_balance(&mut self, login: &str, balance: Minor) -> bool {
        let Some(account) = self.accounts.get_mut(login) else {
            return false;
        };
        let difference = Minor(balance.0.saturating_sub(account.balance.0));
        account.balance = balance;
        self.ledger.push(Entry {
            at: self.now,
            account: login.to_owned(),
            service: None,
            kind: EntryKind::Deposit,
            amount: difference,
            currency: account.currency(),
            cause: "control.seed",
            period: None,
            remoteid: String::new(),
        });
        true
    }

    /// Changes what a period of a tariff costs; false when the tariff does not offer it.
    pub fn set_price(&mut self, login: &str, id: TariffId, period: Period, price: Minor) -> bool {
        self.price_lists
            .get_mut(login)
            .and_then(|tariffs| tariffs.iter_mut().find(|tariff| tariff.id == id))
            .and_then(|tariff| {
                let prices = tariff.prices.to_mut();
                prices.iter_mut().find(|(offered, _)| *offered == period)
            })
            .map(|(_, current)| *current = price)
            .is_some()
    }

    /// Takes the price of a period from the service's account and keeps the debit, or leaves all as it was.
    fn debit(
        &mut self,
        id: ServiceId,
        kind: EntryKind,
        period: Period,
        price: Minor,
        cause: &'static str,
    ) -> Result<(), Refusal> {
        let service = self.services.get(&id).ok_or(Refusal::UnknownItem)?;
        let account = self.accounts.get_mut(service.account).ok_or(Refusal::UnknownItem)?;
        if account.balance < price {
            return Err(Refusal::ShortBalance {
                required: price,
                balance: account.balance,
                currency: account.currency(),
            });
        }
        account.balance.0 -= price.0;
        self.ledger.push(Entry {
            at: self.now,
            account: service.account.to_owned(),
            service: Some(id),
            kind,
            amount: Minor(-price.0),
            currency: account.currency(),
            cause,
            period: Some(period),
            remoteid: service.remoteid.clone(),
        });
        Ok(())
    }
}

fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

/// A hexadecimal string that looks random and is the same in every run. It protects nothing.
pub fn token(parts: &[&str], length: usize) -> String {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.join("/").bytes() {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut text = String::new();
    while text.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(&format!("{state:016x}"));
    }
    text.truncate(length);
    text
}
