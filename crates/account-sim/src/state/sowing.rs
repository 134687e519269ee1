//! Worlds from nothing: the small one that everybody starts with, and larger ones that a seed makes. The same seed
//! gives the same world, byte for byte.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fastrand::Rng;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::World;
use super::account::{Account, Login};
use super::assumptions::Assumptions;
use super::goods::Goods;
use super::money::Minor;
use super::period::Period;
use super::price_lists::price_list;
use super::service::{Service, ServiceId, Status};
use super::settings::{SHARED_ID, Settings};
use super::tariff::{ItemType, Region, Tariff, TariffId};

/// The id that the first new service gets.
const FIRST_NEW_SERVICE: u64 = 812_345;
const FIRST_UNPAID_ORDER: u32 = 77;
/// Ids of sown tariffs begin here, above all others.
const FIRST_SOWN_TARIFF: u32 = 700_000;
/// More than this is a mistake that would only fill the memory.
const MOST_SOWN_TARIFFS: u32 = 100_000;
const MOST_SOWN_SERVICES: u32 = 1_000_000;

/// The ispmanager licences of the accounts never run out, so that long walks are about the modules alone.
const LICENCES_EXPIRE: Date = date(2099, 12, 31);

/// What a seed says about the world that is to be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    pub number: u64,
    /// Where the world's time begins; the default is a fixed moment, so that a seed says everything.
    #[serde(default = "beginning")]
    pub at: Timestamp,
    /// Modules and third-party licences that an account already has.
    #[serde(default)]
    pub services: BTreeMap<String, u32>,
    /// Tariffs of modules that are added to both price lists; none of the usual ones stay when `only_sown` is set.
    #[serde(default)]
    pub tariffs: u32,
    #[serde(default)]
    pub only_sown: bool,
    #[serde(default)]
    pub names: Names,
}

/// How sown things are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    #[default]
    Plain,
    /// Cyrillic letters and all the characters that careless code trips over.
    Awkward,
    /// Tariffs have no name at all.
    Empty,
}

fn beginning() -> Timestamp {
    date(2027, 1, 10)
        .at(12, 0, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .map_or(Timestamp::UNIX_EPOCH, |at| at.timestamp())
}

impl World {
    /// Two accounts with money, a price list and five ispmanager licences each. Passwords hold the characters that
    /// careless encoding breaks.
    pub fn new(now: Timestamp, settings: Settings) -> Self {
        Self::numbered(0, now, settings)
    }

    fn numbered(number: u64, now: Timestamp, settings: Settings) -> Self {
        let mut world = Self {
            number,
            settings,
            now,
            accounts: BTreeMap::new(),
            services: Default::default(),
            ledger: Vec::new(),
            basket: Vec::new(),
            next_service: FIRST_NEW_SERVICE,
            next_unpaid_order: FIRST_UNPAID_ORDER,
        };
        world.add_account("eu-partner", "Secret&<eu>:1", Region::Eu, Minor(500_00), 1001);
        world.add_account("ru-partner", "Secret&<ru>:1", Region::Ru, Minor(50_000_00), 2001);
        world
    }

    /// The world of a seed; an error names what cannot be meant.
    pub fn sown(seed: &Seed, settings: Settings) -> Result<Self, String> {
        if seed.tariffs > MOST_SOWN_TARIFFS || seed.services.values().any(|&count| count > MOST_SOWN_SERVICES) {
            return Err(format!(
                "a world has at most {MOST_SOWN_TARIFFS} sown tariffs and {MOST_SOWN_SERVICES} services of an account"
            ));
        }
        let mut world = Self::numbered(seed.number, seed.at, settings);
        let mut rng = Rng::with_seed(seed.number);
        for account in world.accounts.values_mut() {
            let usual = match seed.only_sown {
                true => 0,
                false => price_list(account.region, &Assumptions::default()).len(),
            };
            if seed.only_sown {
                account.tariffs.clear();
            }
            for index in 0..seed.tariffs {
                let tariff = sown_tariff(index, account.region, seed.names, &mut rng);
                account.tariffs.insert(tariff.id, tariff);
            }
            if account.tariffs.len() as u64 != usual as u64 + u64::from(seed.tariffs) {
                return Err(SHARED_ID.to_owned());
            }
        }
        for (login, &count) in &seed.services {
            let account = world.account(login).ok_or_else(|| format!("no account {login}"))?;
            let login = account.login.clone();
            let resold = |tariff: &&Tariff| matches!(tariff.item_type, ItemType::Addition | ItemType::Softexternal);
            let tariffs: Vec<Tariff> = account.tariffs.values().filter(resold).cloned().collect();
            let licences: Vec<ServiceId> = world.shown(&login, ItemType::Soft).map(|licence| licence.id).collect();
            for _ in 0..count {
                if let Some(tariff) = rng.choice(&tariffs) {
                    world.add_sown_service(&login, tariff, rng.choice(&licences).copied(), seed.names, &mut rng);
                }
            }
        }
        Ok(world)
    }

    fn add_account(&mut self, login: &str, password: &str, region: Region, balance: Minor, first_licence: u64) {
        let login = Login::from(login);
        let account = Account {
            login: login.clone(),
            password: password.to_owned(),
            region,
            balance,
            credit: Minor(0),
            tariffs: price_list(region, &self.settings.assumptions),
        };
        let sold = |tariff: &&Tariff| tariff.item_type == ItemType::Soft && tariff.price(Period::Months(1)).is_some();
        let licences: Vec<TariffId> = account.tariffs.values().filter(sold).map(|tariff| tariff.id).collect();
        self.accounts.insert(login.clone(), account);
        for (id, tariff) in (first_licence..).zip(licences.into_iter().cycle()).take(5) {
            let order = [("ip", format!("192.0.2.{}", id % 1000)), ("licname", format!("server-{id}.example"))];
            let order = order.map(|(name, value)| (Cow::Borrowed(name), value));
            let service = Service {
                item_type: ItemType::Soft,
                status: Status::Active,
                expires: LICENCES_EXPIRE,
                params: order.into_iter().chain(self.secrets(ServiceId(id), Goods::AddressedLicence)).collect(),
                ..self.blank_service(ServiceId(id), login.clone(), tariff)
            };
            self.add_service(service);
        }
    }

    /// A module that has just been ordered for a month and has no values yet.
    pub(super) fn blank_service(&self, id: ServiceId, account: Login, tariff: TariffId) -> Service {
        let today = self.today(&account);
        Service {
            id,
            account,
            item_type: ItemType::Addition,
            tariff,
            item: None,
            status: Status::Ordered,
            unpaid: false,
            shown_status: None,
            ordered_at: self.now,
            created: today,
            expires: today,
            period: Period::Months(1),
            autoprolong: None,
            remoteid: String::new(),
            params: BTreeMap::new(),
            reads: 0,
            key_at: None,
            counts: BTreeMap::new(),
            suspended_by_owner: false,
        }
    }

    fn add_sown_service(
        &mut self,
        login: &Login,
        tariff: &Tariff,
        item: Option<ServiceId>,
        names: Names,
        rng: &mut Rng,
    ) {
        let id = ServiceId(self.next_service);
        self.next_service += 1;
        let blank = self.blank_service(id, login.clone(), tariff.id);
        let today = blank.created;
        let offered: Vec<Period> = tariff.prices.keys().copied().filter(|&period| period != Period::Trial).collect();
        let period = rng.choice(&offered).copied().unwrap_or(Period::Months(1));
        // Most are paid for some time to come; the others ran out within the last month.
        let (status, expires) = match rng.u8(..100) {
            0..88 => (Status::Active, today.saturating_add(rng.i64(1..365).days())),
            88..94 => (Status::Suspended, today.saturating_sub(rng.i64(1..30).days())),
            _ => (Status::Deleted, today.saturating_sub(rng.i64(30..60).days())),
        };
        let created = expires.min(today).saturating_sub(rng.i64(0..700).days());
        let values = tariff.goods.order_fields(&self.settings.assumptions).iter().map(|field| field.name);
        let values = values.map(|name| (Cow::Borrowed(name), sown_value(name, id, names)));
        let params = values.chain(self.secrets(id, tariff.goods)).collect();
        self.add_service(Service {
            item_type: tariff.item_type,
            item: item.filter(|_| tariff.item_type == ItemType::Addition),
            status,
            created,
            expires,
            period,
            remoteid: format!("whmcs-{}", rng.u32(1..1_000_000)),
            params,
            ..blank
        });
    }

    pub(super) fn add_service(&mut self, service: Service) {
        let id = service.id;
        self.services.insert(service);
        self.change(id, |_| {});
    }
}

fn sown_tariff(index: u32, region: Region, names: Names, rng: &mut Rng) -> Tariff {
    let id = FIRST_SOWN_TARIFF + index;
    let month = rng.i64(1_00..50_00) * if region == Region::Ru { 90 } else { 1 };
    let mut prices = BTreeMap::from([(Period::Months(1), Minor(month))]);
    for (months, share) in [(3, 97), (6, 95), (12, 90)] {
        if rng.bool() {
            prices.insert(Period::Months(months), Minor(month * i64::from(months) * share / 100));
        }
    }
    let name = match (names, region) {
        (Names::Plain, Region::Eu) => format!("Module {index}"),
        (Names::Plain, Region::Ru) => format!("Модуль {index}"),
        (Names::Awkward, _) => format!("Модуль №{index} & <b>\"Co'\"</b>; +50 % : \\"),
        (Names::Empty, _) => String::new(),
    };
    let internal_name = if names == Names::Empty { String::new() } else { format!("Module{index}") };
    Tariff {
        id: TariffId(id),
        item_type: ItemType::Addition,
        goods: Goods::OtherModule,
        name: name.into(),
        internal_name: internal_name.into(),
        prices,
        addons: BTreeMap::new(),
        min_order_days: 0,
    }
}

fn sown_value(name: &str, id: ServiceId, names: Names) -> String {
    match (name, names) {
        ("bitninja_email", Names::Awkward) => format!("клиент+{id}@пример.рф"),
        ("bitninja_email", _) => format!("client{id}@example.com"),
        ("domain", Names::Awkward) => format!("сайт-{id}.пример.рф"),
        ("domain", _) => format!("site-{id}.example"),
        ("ip" | "target_ip", _) => format!("198.51.{}.{}", id.0 / 250 % 250, id.0 % 250),
        (_, Names::Awkward) => format!("Имя {id} & <сервер> \"Co'\"; +50 % : \\"),
        _ => format!("server-{id}.example"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_world() {
        let seed = |number| Seed {
            number,
            at: beginning(),
            services: BTreeMap::from([("eu-partner".to_owned(), 50)]),
            tariffs: 20,
            only_sown: false,
            names: Names::Awkward,
        };
        let world = |number| serde_json::to_string(&World::sown(&seed(number), Settings::default()).unwrap()).unwrap();
        assert_eq!(world(7), world(7));
        assert_ne!(world(7), world(8));
    }
}
