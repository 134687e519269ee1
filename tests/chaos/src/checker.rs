//! The judgement: WHMCS's database, the module's journal and the account's ledger, held side by side.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::json;

use crate::account::PASSWORD;
use crate::evidence::{Account, Entry, Waiting, Whmcs};
use crate::run::Asked;

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
const REASONS_FOR_A_PERSON: [&str; 4] =
    ["journal.several", "journal.unpaid", "journal.order-missing", "journal.no-server"];

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

/// What holds when everything has settled.
pub fn at_rest(whmcs: &Whmcs, account: &Account, asked: &Asked) -> Vec<Violation> {
    let mut found = Findings::default();
    for service in &whmcs.services {
        orders(service.id, whmcs, account, &mut found);
        renewals(service.id, whmcs, account, asked, &mut found);
        ends(service.id, whmcs, account, asked, &mut found);
        written(service.id, whmcs, account, &mut found);
    }
    for entry in whmcs.journal.iter().filter(|entry| entry.is_open()) {
        if !REASONS_FOR_A_PERSON.contains(&entry.text_key.as_str()) {
            found.add("what is unknown is settled or waits for a person with a reason", brief(entry));
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
    let mut debits = 0;
    for order in account.orders_of(service) {
        let paid = account.debits(order.id, "order");
        debits += paid;
        if paid > 1 {
            found.add(
                "an order is paid once",
                format!("order {} of service {service} was debited {paid} times", order.id),
            );
        }
        let is_known = entries.iter().any(|entry| entry.is_done("create") && entry.order_id == order.id.to_string());
        if paid > 0 && !is_known && !waits {
            found.add("no accepted order is unknown to WHMCS", format!("order {} of service {service}", order.id));
        }
    }
    let ended = entries.iter().filter(|entry| entry.is_done("terminate")).count();
    if debits > 1 + ended {
        found.add(
            "a service is ordered again only after its end",
            format!("service {service}: {debits} orders, {ended} ends"),
        );
    }
    for entry in entries.iter().filter(|entry| entry.is_done("create")) {
        let is_paid = account.order(&entry.order_id).is_some_and(|order| account.debits(order.id, "order") == 1);
        if !is_paid {
            found.add("an order that is done was paid", brief(entry));
        }
        if entries.iter().filter(|other| other.is_done("create") && other.order_id == entry.order_id).count() > 1 {
            found.add("an order belongs to one entry", brief(entry));
        }
    }
}

/// Every debit for a renewal has one cause: a paid invoice, or a person's word.
fn renewals(service: u32, whmcs: &Whmcs, account: &Account, asked: &Asked, found: &mut Findings) {
    let done: Vec<&Entry> = whmcs.entries_of(service).filter(|entry| entry.is_done("renew")).collect();
    let sent = |entry: &&&Entry| entry.text_key != "journal.renewed-by-account";
    for order in account.orders_of(service) {
        let debits = account.debits(order.id, "prolong");
        let known = done.iter().filter(sent).filter(|entry| entry.order_id == order.id.to_string()).count();
        if debits != known {
            found.add(
                "every renewal has its cause, and every cause its renewal",
                format!(
                    "order {} of service {service} was renewed {debits} times, the journal knows {known}",
                    order.id
                ),
            );
        }
    }
    let first = whmcs.services.iter().find(|row| row.id == service).map_or(0, |row| row.first_invoice);
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    for entry in done {
        let cause = entry.operation_key.split(':').nth(2).unwrap_or_default();
        let is_paid =
            |id: u32| whmcs.invoices.iter().any(|row| (row.id, row.service) == (id, service) && row.status == "Paid");
        let is_good = match cause.strip_prefix("invoice-") {
            Some(id) => number(id).is_some_and(|id| id != first && is_paid(id)),
            None => {
                cause.starts_with("from-") && asked.confirmations(service).contains(entry.fact("confirmation").as_str())
            }
        };
        if !is_good {
            found.add("a renewal is for a paid invoice or by a person's word", brief(entry));
        }
        let name = cause.strip_prefix("invoice-").and_then(number).map_or(cause.to_owned(), |id| id.to_string());
        *causes.entry(name).or_default() += 1;
    }
    for (cause, count) in causes.iter().filter(|(_, count)| **count > 1) {
        found.add("one invoice, one renewal", format!("service {service}, {cause}: {count} renewals"));
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
    let ours = |order: &u64| {
        whmcs.entries_of(service).any(|entry| entry.is_done("create") && entry.order_id == order.to_string())
    };
    let live = account.orders_of(service).filter(|order| order.is_live()).map(|order| order.id).find(ours);
    let Some(live) = live else { return };
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

/// No secret stands where it does not belong.
pub fn secrets(whmcs: &Whmcs, account: &Account, answers: &[String], php_errors: &str) -> Vec<Violation> {
    let mut secrets = vec![("the account's password".to_owned(), PASSWORD.to_owned())];
    for order in &account.orders {
        for name in ["bitninjakey", "bitninja_password", "lickey"] {
            if let Some(secret) = order.params.get(name).filter(|secret| secret.len() > 5) {
                secrets.push((format!("{name} of order {}", order.id), secret.clone()));
            }
        }
    }
    let mut places: Vec<(&str, String)> =
        whmcs.logs.iter().map(|(name, rows)| (name.as_str(), rows.to_string())).collect();
    places.push(("the module queue", json!(whmcs.queue).to_string()));
    places.push((
        "the journal",
        whmcs.journal.iter().map(|entry| format!("{} {}", entry.facts, entry.text_values)).collect(),
    ));
    places.push(("PHP's error log", php_errors.to_owned()));
    places.extend(answers.iter().map(|answer| ("an answer", answer.clone())));

    let mut found = Findings::default();
    for (name, secret) in &secrets {
        let written = ways_of_writing(secret);
        for (place, text) in &places {
            if written.iter().any(|way| text.contains(way)) {
                found.add("secrets stay where they belong", format!("{name} stands in {place}"));
            }
        }
    }
    found.0
}

/// A text as JSON, a form, an address or HTML would hold it, and that once more in JSON.
fn ways_of_writing(secret: &str) -> Vec<String> {
    let json_of = |text: &str| json!(text).to_string().trim_matches('"').to_owned();
    let percent = |text: &str, blank: &str| {
        text.bytes().fold(String::new(), |written, byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => written + &char::from(byte).to_string(),
            b' ' => written + blank,
            other => format!("{written}%{other:02X}"),
        })
    };
    let html = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let plain = [secret.to_owned(), percent(secret, "+"), percent(secret, "%20"), html.replace('\'', "&#039;"), html];
    let mut ways: Vec<String> =
        plain.iter().flat_map(|way| [way.clone(), json_of(way), json_of(&json_of(way))]).collect();
    ways.sort();
    ways.dedup();
    ways
}

/// The id in a whole answer to an order that is paid.
fn new_id(answer: &str) -> Option<String> {
    let is_whole =
        answer.trim_end().ends_with("</doc>") && !answer.contains("<billorder") && !answer.contains("<error");
    let id = answer.split_once("<id>")?.1.split_once("</id>")?.0;
    is_whole.then(|| id.to_owned())
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
