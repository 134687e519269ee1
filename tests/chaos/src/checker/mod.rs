//! The judgement: WHMCS's database, the module's journal and the account's ledger, held side by side.

mod coverage;
mod dates;
mod renewals;
mod secrets;

use std::collections::BTreeMap;
use std::fmt;

use crate::evidence::{Account, Entry, Order, Service, Waiting, Whmcs};
use crate::history::History;
use crate::run::Asked;

pub use secrets::secrets;

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    pub promise: &'static str,
    pub how: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.promise, self.how)
    }
}

/// Why an entry may stay open: what its text tells staff.
const REASONS_FOR_A_PERSON: [&str; 6] = [
    "journal.several",
    "journal.unpaid",
    "journal.order-missing",
    "journal.no-server",
    "journal.other-account",
    "journal.look-refused",
];

#[derive(Default)]
struct Findings(Vec<Violation>);

impl Findings {
    fn add(&mut self, promise: &'static str, how: impl Into<String>) {
        self.0.push(Violation { promise, how: how.into() });
    }
}

/// This holds at any moment.
pub fn one_live_order_each(account: &Account) -> Vec<Violation> {
    let mut live: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
    for order in account.orders.iter().filter(|order| order.is_live()) {
        live.entry(order.bought_for().unwrap_or_default()).or_default().push(order.id);
    }
    let mut found = Findings::default();
    for (service, orders) in live.iter().filter(|(_, orders)| orders.len() > 1) {
        found.add("at most one live order per service", format!("service {service} has {orders:?}"));
    }
    found.0
}

/// This holds at any moment: what the log tells is in the journal already.
pub fn ids_are_saved_first(whmcs: &Whmcs) -> Vec<Violation> {
    let mut found = Findings::default();
    for id in whmcs.orders_answered.iter().filter_map(|answered| new_id(&answered.response)) {
        if !whmcs.journal.iter().any(|entry| entry.order_id == id) {
            found
                .add("the id is saved before anything else", format!("the log shows order {id}, the journal does not"));
        }
    }
    found.0
}

/// `requests` is how many the account got while pages were shown.
pub fn pages_ask_nothing(requests: u64) -> Vec<Violation> {
    let mut found = Findings::default();
    if requests > 0 {
        found.add("no page asks the account", format!("{requests} requests while pages were shown"));
    }
    found.0
}

/// What holds when everything has settled.
pub fn at_rest(whmcs: &Whmcs, account: &Account, asked: &Asked, history: &History) -> Vec<Violation> {
    let mut found = Findings::default();
    for service in &whmcs.services {
        orders(service.id, whmcs, account, &mut found);
        renewals::judge(service.id, whmcs, account, asked, &mut found);
        coverage::judge(service, whmcs, account, asked, history, &mut found);
        ends(service.id, whmcs, account, asked, &mut found);
        written(service.id, whmcs, account, &mut found);
    }
    for entry in whmcs.journal.iter().filter(|entry| entry.is_open()) {
        if !REASONS_FOR_A_PERSON.contains(&entry.text_key.as_str()) {
            found.add("what is unknown is settled or waits for a person with a reason", brief(entry));
        }
    }
    for entry in whmcs.journal.iter().filter(|entry| entry.is_open() && entry.operation == "create") {
        let service = whmcs.services.iter().find(|service| service.id == entry.service_id);
        if entry.text_key == "journal.several"
            && service.is_some_and(|row| is_told(entry, row, whmcs, account, history))
        {
            found.add("what the account tells surely waits for no person", brief(entry));
        }
    }
    for waiting in &account.basket {
        if !whmcs.journal.iter().any(|entry| tells_of(entry, waiting)) {
            found.add("an unpaid order is never left silently", format!("{waiting:?} stands in no open entry"));
        }
    }
    found.0
}

/// Every debit for an order is one that WHMCS knows, and the other way round.
fn orders(service: u32, whmcs: &Whmcs, account: &Account, found: &mut Findings) {
    let entries: Vec<&Entry> = whmcs.entries_of(service).collect();
    let waits = entries.iter().any(|entry| entry.operation == "create" && entry.is_open());
    let (mut debits, mut lapsed) = (0, 0);
    for order in account.orders_of(service) {
        let paid = account.debits(order.id, "order").len();
        debits += paid;
        if paid > 1 {
            found.add(
                "an order is paid once",
                format!("order {} of service {service} was debited {paid} times", order.id),
            );
        }
        let is_known = entries.iter().any(|entry| entry.is_done("create") && entry.order_id == order.id.to_string());
        // It waited for a person until the account itself had ended it, and the journal says so.
        let has_lapsed = order.is_deleted()
            && entries.iter().any(|entry| entry.text_key == "journal.lapsed" && entry.names(order.id));
        lapsed += usize::from(has_lapsed);
        if paid > 0 && !is_known && !has_lapsed && !waits {
            found.add("no accepted order is unknown to WHMCS", format!("order {} of service {service}", order.id));
        }
    }
    let ended = entries.iter().filter(|entry| entry.is_done("terminate")).count();
    if debits > 1 + ended + lapsed {
        found.add(
            "a service is ordered again only after its end",
            format!("service {service}: {debits} orders, {ended} ends, {lapsed} lapsed"),
        );
    }
    for entry in entries.iter().filter(|entry| entry.is_done("create")) {
        let is_paid = account.order(&entry.order_id).is_some_and(|order| account.debits(order.id, "order").len() == 1);
        if !is_paid {
            found.add("an order that is done was paid", brief(entry));
        }
        if entries.iter().filter(|other| other.is_done("create") && other.order_id == entry.order_id).count() > 1 {
            found.add("an order belongs to one entry", brief(entry));
        }
    }
}

/// Nothing ends without a command.
fn ends(service: u32, whmcs: &Whmcs, account: &Account, asked: &Asked, found: &mut Findings) {
    let is_asked = asked.terminations(service) > 0;
    for order in account.orders_of(service) {
        let id = order.id.to_string();
        let is_sent = account.requests.iter().any(|request| {
            request.func.ends_with(".delete")
                && request.params.get("elid").is_some_and(|elid| elid.as_str() == Some(&id))
        });
        if is_sent && !is_asked {
            found.add("nothing is terminated without a command", format!("order {id} of service {service}"));
        }
    }
    for entry in whmcs.entries_of(service).filter(|entry| entry.is_done("terminate")) {
        if account.order(&entry.order_id).is_some_and(|order| !order.is_deleted()) {
            found.add("what is terminated is gone", brief(entry));
        }
    }
}

/// WHMCS's own fields tell the same as the journal.
fn written(service: u32, whmcs: &Whmcs, account: &Account, found: &mut Findings) {
    let Some(row) = whmcs.services.iter().find(|row| row.id == service) else { return };
    let Some(Order { id: live, .. }) = own_order(service, whmcs, account) else { return };
    let written = row.fields.get("order_id").cloned().unwrap_or_default();
    if written != live.to_string() {
        found.add("no remote id is lost", format!("service {service} has order {live}, its field says {written:?}"));
    }
    if row.status == "Pending" {
        found.add(
            "a late order is finished in WHMCS",
            format!("service {service} is Pending, its order {live} is there"),
        );
    }
}

/// The id in a whole answer to an order that is paid.
fn new_id(answer: &str) -> Option<String> {
    let is_whole =
        answer.trim_end().ends_with("</doc>") && !answer.contains("<billorder") && !answer.contains("<error");
    let id = answer.split_once("<id>")?.1.split_once("</id>")?.0;
    is_whole.then(|| id.to_owned())
}

/// Whether the account shows the order by its remote id, and nothing in WHMCS names another one that is not ended.
fn is_told(entry: &Entry, service: &Service, whmcs: &Whmcs, account: &Account, history: &History) -> bool {
    let is_shown =
        !matches!(history.settings.get("u4_remoteid").and_then(|value| value.as_str()), Some("hidden" | "dropped"));
    let named = |order: &&Order| order.is_live() && order.remoteid == entry.fact("remote_id");
    let written = service.fields.get("order_id").map(String::as_str).unwrap_or_default();
    let is_ended = || whmcs.entries_of(service.id).any(|ended| ended.is_done("terminate") && ended.order_id == written);
    is_shown && account.orders.iter().filter(named).count() == 1 && (written.is_empty() || is_ended())
}

/// The live order that the service has and the journal knows.
fn own_order<'a>(service: u32, whmcs: &Whmcs, account: &'a Account) -> Option<&'a Order> {
    let is_ours = |order: &&Order| {
        whmcs.entries_of(service).any(|entry| entry.is_done("create") && entry.order_id == order.id.to_string())
    };
    account.orders_of(service).filter(|order| order.is_live()).find(is_ours)
}

fn tells_of(entry: &Entry, waiting: &Waiting) -> bool {
    let same_bill = entry.fact("bill") == waiting.order;
    let same_order =
        waiting.kind == "prolong" && entry.operation == "renew" && entry.order_id == waiting.service.to_string();
    entry.is_open()
        && (same_bill
            || same_order
            || entry.text_key == "journal.several"
            || entry.text_values.contains(&waiting.service.to_string()))
}

fn number(text: &str) -> Option<u32> {
    text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

fn brief(entry: &Entry) -> String {
    let Entry { operation_key, state, order_id, text_key, text_values, .. } = entry;
    format!("{operation_key} is {state}, order {order_id:?}, {text_key} {text_values}")
}
