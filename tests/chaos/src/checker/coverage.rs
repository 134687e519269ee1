//! What a client has paid for is there, and was paid for once where the account renews by itself too.

use serde_json::Value;

use super::renewals::line_of;
use super::{Findings, brief, dates, own_order};
use crate::evidence::{Account, Entry, Invoice, Order, Service, Whmcs};
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
        let Some(line) = line_of(entry, whmcs) else { continue };
        let Some(period) = dates::period_of_line(&line.description) else { continue };
        let is_twin = |other: &&Invoice| {
            other.service == service.id
                && other.status == "Paid"
                && dates::period_of_line(&other.description) == Some(period)
        };
        // Of lines that were raised for the same period the later ones pay for what follows.
        if whmcs.invoices.iter().filter(is_twin).nth(1).is_some() {
            continue;
        }
        let end = dates::days(period.1);
        let before = dates::days(&entry.fact("expires_before"));
        // Whoever renews for another period than the line's did not know this one.
        let is_for_it =
            dates::months_of_line(&line.description).is_some_and(|months| months.to_string() == entry.fact("months"));
        if is_for_it && before.zip(end).is_some_and(|(before, end)| before >= end - 1) {
            found.add(
                "what the account renewed by itself is not renewed again",
                format!("{}, from {}, for {:?}", brief(entry), entry.fact("expires_before"), line.description),
            );
        }
    }
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
