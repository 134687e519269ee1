//! The books: money, dates and ids of one step are explained by the entries that the step added to the ledger, and
//! by nothing else.

use std::collections::{BTreeMap, BTreeSet};

use account_sim::Answer;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::steps::Step;
use crate::walk::{Entry, Service, Walk};

const ORDERED: u8 = 1;
const ACTIVE: u8 = 2;
const SUSPENDED: u8 = 3;
const DELETED: u8 = 4;
const PROCESSING: u8 = 5;

type Prices = BTreeMap<String, BTreeMap<u32, BTreeMap<i32, i64>>>;

pub struct Books {
    opening: BTreeMap<String, i64>,
    prices: Prices,
    services: BTreeMap<u64, Service>,
    ledger: Vec<Entry>,
    /// Every id that was ever given.
    given: BTreeSet<u64>,
}

impl Books {
    pub fn open(walk: &mut Walk) -> Self {
        let services = walk.services();
        Self {
            opening: walk.balances(),
            prices: walk.prices(),
            given: services.keys().copied().collect(),
            ledger: walk.ledger(),
            services,
        }
    }

    /// Compares the world with what the books expect after a step, and keeps the new state.
    pub fn check(&mut self, walk: &mut Walk, step: &Step, answer: Option<&Answer>) {
        let (services, ledger) = (walk.services(), walk.ledger());
        assert_eq!(ledger[..self.ledger.len()], self.ledger[..], "entries are only ever added");
        let added = &ledger[self.ledger.len()..];

        self.check_balances(&walk.balances(), &ledger, added);
        for entry in added {
            self.check_price(entry, &services);
        }
        let today = walk.today();
        for service in services.values() {
            let entries: Vec<&Entry> = added.iter().filter(|entry| entry.service == Some(service.id)).collect();
            match self.services.get(&service.id) {
                None => self.check_new(service, &entries, today),
                Some(before) => check_old(before, service, &entries, today),
            }
        }
        for gone in self.services.values().filter(|service| !services.contains_key(&service.id)) {
            assert_eq!(gone.status, DELETED, "a service vanished: {gone:?}");
        }
        self.check_order_answer(step, answer, &services);

        self.given.extend(services.keys());
        if matches!(step, Step::Control { path: "seed", .. }) {
            self.prices = walk.prices();
        }
        (self.services, self.ledger) = (services, ledger);
    }

    fn check_balances(&self, balances: &BTreeMap<String, i64>, ledger: &[Entry], added: &[Entry]) {
        for (account, balance) in balances {
            let of = |entries: &[Entry]| -> i64 {
                entries.iter().filter(|entry| entry.account == *account).map(Entry::cents).sum()
            };
            assert_eq!(*balance, self.opening[account] + of(ledger), "the balance of {account}");
            let mut running = balance - of(added);
            for entry in added.iter().filter(|entry| entry.account == *account) {
                running += entry.cents();
                assert!(entry.cents() >= 0 || entry.kind == "deposit" || running >= 0, "overdrawn by {entry:?}");
            }
        }
    }

    /// A purchase costs what its tariff says for its period, and the tariff offers that period.
    fn check_price(&self, entry: &Entry, services: &BTreeMap<u64, Service>) {
        if entry.kind == "deposit" {
            assert_eq!((entry.service, entry.period), (None, None), "{entry:?}");
            return;
        }
        let service = &services[&entry.service.unwrap()];
        assert_eq!(service.account, entry.account);
        let price = self.prices[&entry.account][&service.pricelist].get(&entry.period.unwrap());
        assert_eq!(price.copied(), Some(-entry.cents()), "{entry:?}");
    }

    fn check_new(&self, service: &Service, entries: &[&Entry], today: Date) {
        assert!(!self.given.contains(&service.id), "an id was given twice: {service:?}");
        assert_eq!(service.createdate, today);
        assert_eq!(service.expiredate, end(today, service.period));
        if service.unpaid {
            assert_eq!((service.status, entries.len()), (ORDERED, 0), "{service:?}");
            return;
        }
        let [entry] = entries else { panic!("one entry for {service:?}, not {entries:?}") };
        assert_eq!((entry.kind.as_str(), entry.period), ("order", Some(service.period)), "{service:?}");
        assert!([ORDERED, ACTIVE, PROCESSING].contains(&service.status), "{service:?}");
    }

    /// The id that an order is answered is the one of its new, paid service.
    fn check_order_answer(&self, step: &Step, answer: Option<&Answer>, services: &BTreeMap<u64, Service>) {
        let (Step::Order { .. }, Some(answer)) = (step, answer) else { return };
        let xml = roxmltree::Document::parse(&answer.body).unwrap();
        let named = |name: &str| xml.root_element().children().find(|child| child.has_tag_name(name));
        let new: Vec<&Service> = services.values().filter(|service| !self.given.contains(&service.id)).collect();
        if let Some(id) = named("id") {
            let [service] = new[..] else { panic!("an id without a service: {}", answer.body) };
            assert_eq!(id.text(), Some(service.id.to_string().as_str()));
            assert!(!service.unpaid);
        } else if named("billorder").is_some() {
            let [service] = new[..] else { panic!("an order without a service: {}", answer.body) };
            assert!(service.unpaid);
        } else {
            assert!(named("error").is_some() && new.is_empty(), "{}", answer.body);
        }
    }
}

/// A service changes only as time, its owner and paid entries say.
fn check_old(before: &Service, after: &Service, entries: &[&Entry], today: Date) {
    assert_eq!((&before.account, before.createdate), (&after.account, after.createdate));
    let mut expected = before.expiredate;
    for entry in entries {
        assert_eq!(entry.kind, "prolong", "{before:?}: {entry:?}");
        assert!([ACTIVE, SUSPENDED].contains(&before.status) || entry.cause == "autoprolong", "{before:?}: {entry:?}");
        let from = if before.status == SUSPENDED { today } else { expected };
        expected = end(from, entry.period.unwrap());
    }
    assert_eq!(after.expiredate, expected, "{before:?} became {after:?} by {entries:?}");
    let can_become: &[u8] = match before.status {
        DELETED => &[DELETED],
        _ if after.unpaid => &[ORDERED, DELETED],
        SUSPENDED if entries.is_empty() => &[SUSPENDED, DELETED],
        ACTIVE => &[ACTIVE, SUSPENDED, DELETED],
        SUSPENDED => &[ACTIVE],
        _ => &[ORDERED, PROCESSING, ACTIVE, SUSPENDED, DELETED],
    };
    assert!(can_become.contains(&after.status), "{before:?} became {after:?}");
    assert!(before.unpaid == after.unpaid, "{before:?} became {after:?} by {entries:?}");
}

/// The end of a period that begins on this day.
fn end(start: Date, period: i32) -> Date {
    match period {
        -100 => start.saturating_add(14.days()),
        months => start.saturating_add(months.months()),
    }
}
