//! The books: money, dates and ids of one step are explained by the entries that the step added to the ledger, and
//! by nothing else.

use std::collections::{BTreeMap, BTreeSet};

use account_sim::Answer;
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

use crate::steps::Step;
use crate::walk::{Entry, Service, Walk, cents};

const ORDERED: u8 = 1;
const ACTIVE: u8 = 2;
const SUSPENDED: u8 = 3;
const DELETED: u8 = 4;
const PROCESSING: u8 = 5;
const TRIAL: i32 = -100;

type Prices = BTreeMap<String, BTreeMap<u32, BTreeMap<i32, i64>>>;

pub struct Books {
    opening: BTreeMap<String, i64>,
    prices: Prices,
    services: BTreeMap<u64, Service>,
    ledger: Vec<Entry>,
    basket: Vec<(u64, i32, i64)>,
    /// Every id that was ever given.
    given: BTreeSet<u64>,
    credit: BTreeMap<String, i64>,
    /// A suspended service is renewed from its end and not from today.
    renews_from_end: bool,
    /// A call may be carried out twice: then the second answer does not tell what the first one did.
    may_be_doubled: bool,
}

/// How a step could change a service beside what the ledger says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// The clock, which may bring several changes at once.
    Time,
    Resumption,
    OtherCall,
}

impl Books {
    pub fn open(walk: &mut Walk) -> Self {
        let services = walk.services();
        Self {
            opening: walk.balances(),
            prices: walk.prices(),
            given: services.keys().copied().collect(),
            ledger: walk.ledger(),
            basket: walk.basket(),
            services,
            credit: BTreeMap::new(),
            renews_from_end: false,
            may_be_doubled: false,
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
        let cause = match step {
            Step::Control { .. } => Cause::Time,
            Step::OnService { func: "TYPE.resume", .. } => Cause::Resumption,
            _ => Cause::OtherCall,
        };
        for service in services.values() {
            let entries: Vec<&Entry> = added.iter().filter(|entry| entry.service == Some(service.id)).collect();
            match self.services.get(&service.id) {
                Some(before) => self.check_change(before, service, &entries, cause),
                None => self.check_new(service, &entries, cause),
            }
        }
        for gone in self.services.values().filter(|service| !services.contains_key(&service.id)) {
            assert!(gone.status == DELETED || gone.unpaid, "a service vanished: {gone:?}");
        }
        self.check_order_answer(step, answer, &services);

        self.given.extend(services.keys());
        match step {
            Step::Control { path: "seed", body } => {
                self.prices = walk.prices();
                self.note(body);
            }
            Step::Control { path: "faults", body } => self.may_be_doubled |= body["fault"] == "duplicate",
            _ => {}
        }
        let basket = walk.basket();
        let paid = added.iter().filter(|entry| entry.cause == "basket").count();
        assert!(basket.len() + paid <= self.basket.len() || paid == 0, "paid, and still in the basket: {added:?}");
        (self.services, self.ledger, self.basket) = (services, ledger, basket);
    }

    /// Keeps what the books need of the settings.
    fn note(&mut self, seed: &Value) {
        for (account, amount) in seed["credit"].as_object().into_iter().flatten() {
            self.credit.insert(account.clone(), cents(amount.as_str().unwrap()));
        }
        if let Some(start) = seed["u28_suspended_renewal"].as_str() {
            self.renews_from_end = start == "from_end";
        }
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
                let limit = -self.credit.get(account).copied().unwrap_or_default();
                assert!(entry.cents() >= 0 || entry.kind == "deposit" || running >= limit, "overdrawn by {entry:?}");
            }
        }
    }

    /// A purchase costs what its tariff says for its period, and the tariff offers that period. What waited in the
    /// basket costs what was said when it was put there.
    fn check_price(&self, entry: &Entry, services: &BTreeMap<u64, Service>) {
        if entry.kind == "deposit" {
            assert_eq!((entry.service, entry.period), (None, None), "{entry:?}");
            return;
        }
        let service = &services[&entry.service.unwrap()];
        assert_eq!(service.account, entry.account);
        let prices = &self.prices[&entry.account][&service.pricelist];
        match entry.kind.as_str() {
            "order" | "prolong" if entry.cause == "basket" => {
                let item = (service.id, entry.period.unwrap(), -entry.cents());
                assert!(self.basket.contains(&item), "{entry:?}");
            }
            "order" | "prolong" => assert_eq!(prices.get(&entry.period.unwrap()), Some(&-entry.cents()), "{entry:?}"),
            "tariff_change" => assert!(prices.contains_key(&entry.period.unwrap()), "{entry:?}"),
            "refund" => assert!(entry.cents() > 0 && service.status == DELETED, "{entry:?}"),
            other => panic!("an entry of kind {other}: {entry:?}"),
        }
    }

    /// A new service is unpaid, or begins with its order.
    fn check_new(&self, service: &Service, entries: &[&Entry], cause: Cause) {
        assert!(!self.given.contains(&service.id), "an id was given twice: {service:?}");
        if service.unpaid {
            assert_eq!((service.status, entries.len()), (ORDERED, 0), "{service:?}");
            assert_eq!(service.expiredate, end(service.createdate, service.period), "{service:?}");
            return;
        }
        self.check_paid_order(service, entries, cause);
    }

    /// A service begins on the day on which its order is paid, and only then.
    fn check_paid_order(&self, service: &Service, entries: &[&Entry], cause: Cause) {
        let [order, later @ ..] = entries else { panic!("not paid: {service:?}") };
        assert_eq!(order.kind, "order", "{service:?}");
        let period = order.period.unwrap();
        let (createdate, expiredate) = (order.day(), end(order.day(), period));
        let ordered = Service { status: ORDERED, createdate, expiredate, period, ..service.clone() };
        self.check_change(&ordered, service, later, cause);
    }

    /// The id that an order is answered is the one of its new, paid service.
    fn check_order_answer(&self, step: &Step, answer: Option<&Answer>, services: &BTreeMap<u64, Service>) {
        let (Step::Order { .. }, Some(answer)) = (step, answer) else { return };
        let text = String::from_utf8_lossy(&answer.body);
        let Ok(xml) = roxmltree::Document::parse(&text) else { return };
        let named = |name: &str| xml.root_element().children().find(|child| child.has_tag_name(name));
        let new: Vec<&Service> = services.values().filter(|service| !self.given.contains(&service.id)).collect();
        if named("billorder").is_some() {
            assert!(new.iter().any(|service| service.unpaid), "{text}");
        } else if let Some(id) = named("id") {
            let answered = |service: &&&Service| id.text() == Some(service.id.to_string().as_str());
            assert!(new.iter().find(answered).is_some_and(|service| !service.unpaid), "{text}");
        } else if named("error").is_some() && !self.may_be_doubled {
            assert!(new.is_empty(), "{text}");
        }
    }

    /// A service changes only as time, its owner and paid entries say.
    fn check_change(&self, before: &Service, after: &Service, entries: &[&Entry], cause: Cause) {
        if before.unpaid && !after.unpaid {
            assert_ne!(before.status, DELETED, "{before:?} became {after:?}");
            return self.check_paid_order(after, entries, cause);
        }
        assert_eq!((&before.account, before.createdate), (&after.account, after.createdate));
        assert_eq!(before.unpaid, after.unpaid, "{before:?} became {after:?}");
        let mut expected = before.expiredate;
        for entry in entries.iter().filter(|entry| entry.kind == "prolong") {
            assert!(before.period != TRIAL && before.status != DELETED && !before.unpaid, "{before:?}: {entry:?}");
            assert!(cause == Cause::Time || [ACTIVE, SUSPENDED].contains(&before.status), "{before:?}: {entry:?}");
            let was_over = entry.day() >= expected;
            let from_day = was_over && entry.cause != "autoprolong" && !self.renews_from_end;
            expected = end(if from_day { entry.day() } else { expected }, entry.period.unwrap());
        }
        assert_eq!(after.expiredate, expected, "{before:?} became {after:?} by {entries:?}");
        assert!(!entries.iter().any(|entry| entry.kind == "order"), "ordered again: {entries:?}");
        let was_renewed = entries.iter().any(|entry| entry.kind == "prolong");
        let can_become: &[u8] = match before.status {
            DELETED => &[DELETED],
            _ if before.unpaid => &[ORDERED, DELETED],
            SUSPENDED if !was_renewed && cause != Cause::Resumption => &[SUSPENDED, DELETED],
            ACTIVE | SUSPENDED => &[ACTIVE, SUSPENDED, DELETED],
            _ => &[ORDERED, PROCESSING, ACTIVE, SUSPENDED, DELETED],
        };
        assert!(can_become.contains(&after.status), "{before:?} became {after:?}");
        let changed_tariff = before.pricelist != after.pricelist;
        assert!(!changed_tariff || cause == Cause::OtherCall, "{before:?} became {after:?}");
        let paid_for_it = entries.iter().any(|entry| entry.kind == "tariff_change");
        assert!(changed_tariff || !paid_for_it, "{before:?} became {after:?} by {entries:?}");
    }
}

/// The end of a period that begins on this day.
fn end(start: Date, period: i32) -> Date {
    match period {
        TRIAL => start.saturating_add(14.days()),
        months => start.saturating_add(months.months()),
    }
}
