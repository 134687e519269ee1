//! Every renewal has one cause, and is for the period that this cause names.

use std::collections::BTreeMap;

use super::{Findings, brief, dates, number};
use crate::evidence::{Account, Entry, Invoice, Whmcs};
use crate::run::Asked;

pub(super) fn judge(service: u32, whmcs: &Whmcs, account: &Account, asked: &Asked, found: &mut Findings) {
    let done: Vec<&Entry> = whmcs.entries_of(service).filter(|entry| entry.is_done("renew")).collect();
    are_in_the_books(service, &done, whmcs, account, found);
    have_one_cause_each(service, &done, whmcs, asked, found);
    for entry in done {
        let Some(line) = line_of(entry, whmcs) else { continue };
        let paid_for = dates::months_of_line(&line.description);
        let is_remembered = whmcs.invoiced_periods.iter().any(|period| period.item_id == line.item);
        // A process that died before it could remember the period leaves the billing cycle to tell it.
        let is_meant = paid_for.is_some_and(|months| entry.fact("months") == months.to_string());
        if !is_meant && (is_remembered || !asked.has_killed) {
            found.add(
                "a renewal is for the period that its invoice was raised for",
                format!(
                    "{} is for {} months, the line says {:?}",
                    brief(entry),
                    entry.fact("months"),
                    line.description
                ),
            );
        }
    }
}

/// Money left the account as often as the journal says, and for the same periods.
fn are_in_the_books(service: u32, done: &[&Entry], whmcs: &Whmcs, account: &Account, found: &mut Findings) {
    for order in account.orders_of(service) {
        let debits = account.debits(order.id, "prolong");
        let is_of_order = |entry: &&&Entry| entry.order_id == order.id.to_string();
        let (own, by_account): (Vec<&Entry>, Vec<&Entry>) =
            done.iter().filter(is_of_order).partition(|entry| entry.text_key != "journal.renewed-by-account");
        let mut known = months_of(own);
        // A date that an earlier attempt moved late cannot be told from one that the account moved by itself.
        let late = by_account.into_iter().filter(|entry| has_earlier_attempt(entry, whmcs));
        known.extend(months_of(late).into_iter().take(debits.len().saturating_sub(known.len())));
        known.sort_unstable();
        // Neither can a date that the account moved by itself be told from one that a call moved whose answer was lost.
        if unmatched(&debits, &known).is_some_and(|more| more <= account.renewals_by_itself(order.id)) {
            known.clone_from(&debits);
        }
        if debits.len() != known.len() {
            found.add(
                "every renewal has its cause, and every cause its renewal",
                format!(
                    "order {} of service {service} was renewed {} times, the journal knows {}",
                    order.id,
                    debits.len(),
                    known.len()
                ),
            );
        } else if debits != known {
            found.add(
                "a renewal is paid for the period that was meant",
                format!("order {} of service {service}: {debits:?} months were paid, {known:?} were meant", order.id),
            );
        }
    }
}

/// How many of the known renewals are left over when each debit has found its own; `None` when one finds none.
fn unmatched(debits: &[i64], known: &[i64]) -> Option<usize> {
    let mut rest = known.to_vec();
    for debit in debits {
        let own = rest.iter().position(|months| months == debit)?;
        rest.swap_remove(own);
    }
    Some(rest.len())
}

fn months_of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<i64> {
    entries.into_iter().map(|entry| entry.fact("months").parse().unwrap_or_default()).collect()
}

/// Whether something was sent for the same cause before and written off.
fn has_earlier_attempt(entry: &Entry, whmcs: &Whmcs) -> bool {
    let former = format!("{}#", entry.operation_key);
    whmcs.entries_of(entry.service_id).any(|other| other.operation_key.starts_with(&former) && other.sent_at > 0)
}

fn have_one_cause_each(service: u32, done: &[&Entry], whmcs: &Whmcs, asked: &Asked, found: &mut Findings) {
    let first = whmcs.services.iter().find(|row| row.id == service).map_or(0, |row| row.first_invoice);
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    for entry in done {
        let cause = cause(entry);
        let is_good = match line_of(entry, whmcs) {
            Some(line) => line.id != first && line.status == "Paid",
            None => {
                cause.starts_with("from-") && asked.confirmations(service).contains(entry.fact("confirmation").as_str())
            }
        };
        if !is_good {
            found.add("a renewal is for a paid invoice or by a person's word", brief(entry));
        }
        // Whatever stands behind the number of the line does not make another line of it.
        let name = line_of(entry, whmcs).map_or(cause, |line| format!("line {}", line.item));
        *causes.entry(name).or_default() += 1;
    }
    for (cause, count) in causes.iter().filter(|(_, count)| **count > 1) {
        found.add("one invoice, one renewal", format!("service {service}, {cause}: {count} renewals"));
    }
}

/// What the key names as the reason: an invoice, or the date from which a person wanted it.
fn cause(entry: &Entry) -> String {
    entry.operation_key.splitn(3, ':').nth(2).unwrap_or_default().to_owned()
}

/// The line that the entry renews for: a further one of the service in the same invoice has its own number behind the invoice's.
pub(super) fn line_of<'a>(entry: &Entry, whmcs: &'a Whmcs) -> Option<&'a Invoice> {
    let cause = cause(entry);
    let name = cause.strip_prefix("invoice-")?;
    let invoice = number(name)?;
    let further = name.split_once('-').and_then(|(_, item)| number(item));
    let mut lines = whmcs.invoices.iter().filter(|row| (row.id, row.service) == (invoice, entry.service_id));
    let own = further.and_then(|item| lines.clone().find(|row| row.item == item));
    own.or_else(|| lines.next())
}
