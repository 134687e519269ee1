//! A walk through one world: its steps are taken at a standing clock, so that only steps change anything.

use std::collections::BTreeMap;

use account_sim::{Answer, InProcess};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, TimeZone};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::steps::{LOGINS, Step};

pub struct Walk {
    sim: InProcess,
    at: Timestamp,
}

/// A service as the control API shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Service {
    pub id: u64,
    pub account: String,
    pub itemtype: String,
    pub pricelist: u32,
    pub status: u8,
    pub unpaid: bool,
    pub createdate: Date,
    pub expiredate: Date,
    pub period: i32,
}

/// A movement of money as the control API shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Entry {
    pub at: Timestamp,
    pub account: String,
    pub service: Option<u64>,
    pub kind: String,
    pub amount: String,
    pub cause: String,
    pub period: Option<i32>,
}

impl Entry {
    pub fn day(&self) -> Date {
        // Moscow for the RU account, UTC for the EU one.
        let hours = if self.account == "ru-partner" { 3 } else { 0 };
        self.at.to_zoned(TimeZone::fixed(tz::offset(hours))).date()
    }

    pub fn cents(&self) -> i64 {
        cents(&self.amount)
    }
}

impl Walk {
    pub fn begin() -> Self {
        let at = "2027-01-10T12:00:00Z".parse().unwrap();
        let mut walk = Self { sim: InProcess::new(at), at };
        walk.control("POST", "clock", &json!({ "freeze": true }));
        walk
    }

    /// What a billing call was answered; None when a fault swallowed the answer.
    pub fn take(&mut self, step: &Step) -> Option<Answer> {
        match step {
            // A number that nothing has is no mistake of the walk.
            Step::Pay { order } => {
                let body = json!({ "pay": format!("BO-{order}") }).to_string();
                let (status, answer) = self.sim.control(self.at, "POST", "/control/basket", &body);
                assert!([200, 422].contains(&status), "{answer}");
                return None;
            }
            Step::Control { path, body } => {
                self.control("POST", path, body);
                return None;
            }
            _ => {}
        }
        let services = if step.needs_services() { self.services() } else { BTreeMap::new() };
        self.billing(&step.query(&services))
    }

    pub fn billing(&mut self, query: &str) -> Option<Answer> {
        self.sim.billing(self.at, query, b"")
    }

    pub fn control(&mut self, method: &str, name: &str, body: &Value) -> Value {
        let (status, value) = self.sim.control(self.at, method, &format!("/control/{name}"), &body.to_string());
        assert_eq!(status, 200, "{name} {body}: {value}");
        serde_json::from_str(&value).unwrap()
    }

    pub fn services(&mut self) -> BTreeMap<u64, Service> {
        let mut view = self.control("GET", "services", &Value::Null);
        let services: Vec<Service> = serde_json::from_value(view["services"].take()).unwrap();
        let count = services.len();
        let by_id: BTreeMap<u64, Service> = services.into_iter().map(|service| (service.id, service)).collect();
        assert_eq!(by_id.len(), count, "two services have one id");
        by_id
    }

    /// What waits in the baskets: the service of each order with its period and cost.
    pub fn basket(&mut self) -> Vec<(u64, i32, i64)> {
        let view = self.control("GET", "basket", &Value::Null);
        let item = |item: &Value| {
            let [service, period] = ["service", "period"].map(|name| item[name].as_i64().unwrap());
            (service.try_into().unwrap(), period.try_into().unwrap(), cents(item["cost"].as_str().unwrap()))
        };
        view["items"].as_array().unwrap().iter().map(item).collect()
    }

    pub fn ledger(&mut self) -> Vec<Entry> {
        let mut view = self.control("GET", "ledger", &Value::Null);
        serde_json::from_value(view["entries"].take()).unwrap()
    }

    /// The balance of each account as a client is told it.
    pub fn balances(&mut self) -> BTreeMap<String, i64> {
        LOGINS
            .iter()
            .map(|(login, authinfo)| {
                let answer = self.billing(&format!("authinfo={authinfo}&func=subaccount&out=json")).unwrap();
                let doc: Value = serde_json::from_slice(&answer.body).unwrap();
                let text = doc["doc"]["elem"][0]["balance"]["$"].as_str().unwrap();
                ((*login).to_owned(), cents(text.split(' ').next().unwrap()))
            })
            .collect()
    }

    /// Account → tariff → period → cents.
    pub fn prices(&mut self) -> BTreeMap<String, BTreeMap<u32, BTreeMap<i32, i64>>> {
        LOGINS
            .iter()
            .map(|(login, authinfo)| {
                let answer = self.billing(&format!("authinfo={authinfo}&func=pricelist.export&out=json")).unwrap();
                let doc: Value = serde_json::from_slice(&answer.body).unwrap();
                let tariffs = doc["doc"]["pricelist"].as_array().unwrap().iter().map(|tariff| {
                    let id: u32 = tariff["id"]["$"].as_str().unwrap().parse().unwrap();
                    let periods = tariff["price"]["period"].as_array().unwrap().iter().map(|period| {
                        let length: i32 = period["$length"].as_str().unwrap().parse().unwrap();
                        let code = if period["$type"] == "trial" { -100 } else { length };
                        (code, cents(period["$cost"].as_str().unwrap().strip_suffix("00").unwrap()))
                    });
                    (id, periods.collect())
                });
                ((*login).to_owned(), tariffs.collect())
            })
            .collect()
    }

    /// The same world in another account, by way of a snapshot.
    pub fn restored(mut self) -> Self {
        let snapshot = self.control("GET", "snapshot", &Value::Null);
        let mut walk = Self { sim: InProcess::new(self.at), at: self.at };
        walk.control("POST", "restore", &snapshot);
        walk
    }

    /// All that the control API shows of the world.
    pub fn everything(&mut self) -> Vec<Value> {
        let views = ["seed", "clock", "ledger", "services", "requests", "faults", "snapshot"];
        views.iter().map(|view| self.control("GET", view, &Value::Null)).collect()
    }
}

/// Reads an amount with two decimals.
pub fn cents(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap();
    assert_eq!(fraction.len(), 2, "{text}");
    format!("{whole}{fraction}").parse().unwrap()
}
