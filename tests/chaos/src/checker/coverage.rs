//! What a client has paid for is there, and was paid for once where the account renews by itself too.

use serde_json::Value;

use super::renewals::line_of;
use super::{Findings, brief, dates, own_order};
use crate::evidence::{Account, Entry, Order, Service, Whmcs};
use crate::history::{CYCLES, History};
use crate::run::Asked;

/// The account suspends on the last day, and the dates of both sides may differ by another one or two.
const TOLERANCE_DAYS: i64 = 4;

pub(super) fn judge(
    service: &Service,
    whmcs: &Whmcs,
    account: &Account,
    asked: &Asked,
    history: &History,
    found: &mut Findings,
) {
    let goods = (1..).zip(&history.services).find(|(id, _)| *id == service.id).map(|(_, goods)| goods);
    let renews_itself = goods.is_some_and(|goods| goods.renews_itself);
    if renews_itself {
        is_not_paid_twice(service, whmcs, found);
    }
    let has_open = whmcs.entries_of(service.id).any(Entry::is_open);
    let Some(order) = own_order(service.id, whmcs, account).filter(|_| !has_open) else { return };
    if renews_itself && !asked.has_cycle_set(service.id) {
        has_its_period(service, order, whmcs, found);
    }
    if order.is_active() && asked.leaves_the_dates_alone(service.id) && is_renewed(service, order, whmcs) {
        is_covered(service, order, found);
    }
}

/// The module paid for a period that the account had renewed already. An entry that was never sent has found an earlier one's effect.
fn is_not_paid_twice(service: &Service, whmcs: &Whmcs, found: &mut Findings) {
    let is_sent = |entry: &&Entry| entry.sent_at > 0 && entry.text_key == "journal.renewed";
    for entry in whmcs.entries_of(service.id).filter(|entry| entry.is_done("renew")).filter(is_sent) {
        let before = dates::days(&entry.fact("expires_before"));
        if before.zip(paid_until(entry, whmcs)).is_some_and(|(before, end)| before >= end - TOLERANCE_DAYS) {
            found.add(
                "what the account renewed by itself is not renewed again",
                format!("{}, from {}", brief(entry), entry.fact("expires_before")),
            );
        }
    }
}

/// Until when the order is paid for with the line of an entry and those that were served before it: two lines for one period pay for two, one
/// after the other. `None` when a line is for another period than its renewal: then the module did not know it.
fn paid_until(entry: &Entry, whmcs: &Whmcs) -> Option<i64> {
    line_of(entry, whmcs)?;
    let mut periods = Vec::new();
    for other in whmcs.entries_of(entry.service_id) {
        if !other.is_done("renew") || other.order_id != entry.order_id || other.id > entry.id {
            continue;
        }
        if let Some(line) = line_of(other, whmcs) {
            let (begins, ends) = dates::period_of_line(&line.description)?;
            if dates::months_of_line(&line.description)?.to_string() != other.fact("months") {
                return None;
            }
            periods.push((dates::days(begins)?, dates::days(ends)?));
        }
    }
    periods.sort_unstable();
    periods
        .into_iter()
        .fold(None, |end, (begins, ends)| Some(end.map_or(begins, |end| begins.max(end)) + ends - begins))
}

/// After a change of the period both sides renew for the same one.
fn has_its_period(service: &Service, order: &Order, whmcs: &Whmcs, found: &mut Findings) {
    let is_changed = whmcs
        .entries_of(service.id)
        .any(|entry| entry.is_done("change-period") && entry.order_id == order.id.to_string());
    let months = CYCLES.iter().find(|(cycle, _)| *cycle == service.cycle).map(|(_, months)| i64::from(*months));
    if is_changed && order.autoprolong != months {
        found.add(
            "the account renews for the period that WHMCS bills",
            format!("service {}: {}, the account has {:?}", service.id, service.cycle, order.autoprolong),
        );
    }
}

/// Every paid invoice after the first one has had its renewal.
fn is_renewed(service: &Service, order: &Order, whmcs: &Whmcs) -> bool {
    let has_begun_here = whmcs.entries_of(service.id).any(|entry| {
        let facts: Value = serde_json::from_str(&entry.facts).unwrap_or_default();
        entry.is_done("create") && entry.order_id == order.id.to_string() && facts.get("paid_before").is_none()
    });
    let mut paid = whmcs
        .invoices
        .iter()
        .filter(|line| line.service == service.id && line.status == "Paid" && line.id != service.first_invoice);
    let is_done = |item: u32| {
        whmcs
            .entries_of(service.id)
            .any(|entry| entry.is_done("renew") && line_of(entry, whmcs).is_some_and(|line| line.item == item))
    };
    has_begun_here && paid.all(|line| is_done(line.item))
}

fn is_covered(service: &Service, order: &Order, found: &mut Findings) {
    let (Some(expires), Some(next_due)) = (dates::days(&order.expiredate), dates::days(&service.next_due)) else {
        return;
    };
    if expires < next_due - TOLERANCE_DAYS {
        found.add(
            "what is paid for is covered",
            format!(
                "service {} is due on {}, order {} ends on {}",
                service.id, service.next_due, order.id, order.expiredate
            ),
        );
    }
}
