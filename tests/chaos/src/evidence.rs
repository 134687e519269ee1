//! What both sides hold at one moment, as it was read.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::history::service_named_in;
use crate::stage::Stage;

/// WHMCS's database.
#[derive(Debug, Deserialize)]
pub struct Whmcs {
    pub services: Vec<Service>,
    pub invoices: Vec<Invoice>,
    pub invoiced_periods: Vec<InvoicedPeriod>,
    pub journal: Vec<Entry>,
    pub queue: Vec<Value>,
    pub orders_answered: Vec<Answered>,
    /// By what people call them; empty unless they were asked for.
    pub logs: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
pub struct Service {
    pub id: u32,
    pub status: String,
    pub first_invoice: u32,
    pub cycle: String,
    /// `YYYY-MM-DD`, as everywhere.
    pub next_due: String,
    pub product: u32,
    pub client: u32,
    pub fields: BTreeMap<String, String>,
}

/// A line of an invoice.
#[derive(Debug, Deserialize)]
pub struct Invoice {
    pub id: u32,
    pub status: String,
    pub service: u32,
    pub item: u32,
    pub description: String,
}

/// What the module remembers of the moment at which a line was raised.
#[derive(Debug, Deserialize)]
pub struct InvoicedPeriod {
    pub item_id: u32,
}

/// A row of the journal.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    pub id: u64,
    pub operation_key: String,
    pub operation: String,
    pub service_id: u32,
    pub state: String,
    pub order_id: String,
    pub facts: String,
    pub text_key: String,
    pub text_values: String,
    pub sent_at: i64,
    pub finished_at: i64,
}

/// The answer to an order that the module took for a success, in the module log.
#[derive(Debug, Deserialize)]
pub struct Answered {
    pub response: String,
}

/// The account.
#[derive(Debug)]
pub struct Account {
    pub orders: Vec<Order>,
    pub ledger: Vec<Movement>,
    pub basket: Vec<Waiting>,
    pub requests: Vec<Request>,
    /// How many there were, those that are not kept included.
    pub request_count: u64,
}

/// A service of the account that was bought for one of WHMCS.
#[derive(Debug, Deserialize)]
pub struct Order {
    pub id: u64,
    pub status: u8,
    pub unpaid: bool,
    pub expiredate: String,
    pub remoteid: String,
    /// The months for which the account renews it by itself.
    pub autoprolong: Option<i64>,
    pub params: BTreeMap<String, String>,
}

/// A movement of money.
#[derive(Debug, Deserialize)]
pub struct Movement {
    pub service: Option<u64>,
    pub kind: String,
    pub cause: String,
    pub period: Option<i64>,
}

/// What lies in the basket.
#[derive(Debug, Deserialize)]
pub struct Waiting {
    pub order: String,
    pub service: u64,
    pub kind: String,
}

#[derive(Debug, Deserialize)]
pub struct Request {
    pub func: String,
    pub params: BTreeMap<String, Value>,
}

impl Entry {
    /// Whether its text names the order, alone or among others.
    pub fn names(&self, order: u64) -> bool {
        self.text_values.split(|c: char| !c.is_ascii_digit()).any(|number| number == order.to_string())
    }

    pub fn is_open(&self) -> bool {
        matches!(self.state.as_str(), "claimed" | "sent" | "unknown" | "unpaid")
    }

    pub fn is_done(&self, operation: &str) -> bool {
        self.operation == operation && self.state == "done"
    }

    pub fn fact(&self, name: &str) -> String {
        let facts: Value = serde_json::from_str(&self.facts).unwrap_or_default();
        match facts.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        }
    }
}

impl Order {
    /// The service of WHMCS for which it was bought.
    pub fn bought_for(&self) -> Option<u32> {
        self.params.values().find_map(|text| service_named_in(text))
    }

    pub fn is_deleted(&self) -> bool {
        self.status == 4
    }

    pub fn is_active(&self) -> bool {
        self.status == 2
    }

    pub fn is_live(&self) -> bool {
        !self.is_deleted() && !self.unpaid
    }
}

impl Whmcs {
    pub fn read(stage: &mut Stage, with_logs: bool) -> Result<Self> {
        let answer = stage.ask(&json!({ "do": "inspect", "logs": with_logs }))?;
        serde_json::from_value(answer).context("WHMCS's side cannot be read")
    }

    pub fn entries_of(&self, service: u32) -> impl Iterator<Item = &Entry> {
        self.journal.iter().filter(move |entry| entry.service_id == service)
    }
}

impl Account {
    pub fn read(stage: &Stage) -> Result<Self> {
        let account = &stage.account;
        let requests = account.get("requests")?;
        Ok(Self {
            orders: listed::<Order>(account.get("services")?, "services")?
                .into_iter()
                .filter(|order| order.bought_for().is_some())
                .collect(),
            ledger: listed(account.get("ledger")?, "entries")?,
            basket: listed(account.get("basket")?, "items")?,
            request_count: requests.get("count").and_then(Value::as_u64).unwrap_or_default(),
            requests: listed(requests, "requests")?,
        })
    }

    pub fn order(&self, id: &str) -> Option<&Order> {
        self.orders.iter().find(|order| order.id.to_string() == id)
    }

    pub fn orders_of(&self, service: u32) -> impl Iterator<Item = &Order> {
        self.orders.iter().filter(move |order| order.bought_for() == Some(service))
    }

    /// How often money left the account for this order, and for how many months each time. What the account did by itself does not count.
    pub fn debits(&self, order: u64, kind: &str) -> Vec<i64> {
        let is_ours = |movement: &&Movement| {
            movement.service == Some(order) && movement.kind == kind && movement.cause != "autoprolong"
        };
        let mut periods: Vec<i64> =
            self.ledger.iter().filter(is_ours).map(|movement| movement.period.unwrap_or_default()).collect();
        periods.sort_unstable();
        periods
    }

    /// How often the account renewed this order by itself.
    pub fn renewals_by_itself(&self, order: u64) -> usize {
        let is_its_own = |movement: &&Movement| movement.service == Some(order) && movement.cause == "autoprolong";
        self.ledger.iter().filter(is_its_own).count()
    }
}

fn listed<T: DeserializeOwned>(mut answer: Value, name: &str) -> Result<Vec<T>> {
    let rows = answer.get_mut(name).map(Value::take).unwrap_or_default();
    serde_json::from_value(rows).with_context(|| format!("the account's {name} cannot be read"))
}
