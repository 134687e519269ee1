//! `payment`: what was paid into the account, as a list. The columns and the status (4: credited) are those of the
//! vendor's reference. How money gets in is a matter of the control API.

use super::page::short_list;
use super::{Answer, Call};
use crate::state::ledger::{Entry, EntryKind};
use crate::wire::document::Element;

const CREDITED: u8 = 4;

pub fn answer(call: &mut Call) -> Answer {
    let rows = call.world.ledger().iter().zip(1_u64..);
    let own = rows.filter(|(entry, _)| entry.account == call.login && entry.kind == EntryKind::Deposit);
    let rows = own.map(|(entry, id)| row(call, entry, id)).collect();
    Ok(short_list(call, rows))
}

fn row(call: &Call, entry: &Entry, id: u64) -> Element {
    let amount = call.world.settings.quirks.money.amount(entry.amount, entry.currency);
    Element::group(
        "elem",
        vec![
            Element::leaf("id", id),
            Element::leaf("number", format!("P-{id}")),
            Element::leaf("create_date", call.world.day_of(&entry.account, entry.at)),
            Element::leaf("sender_name", &entry.account),
            Element::leaf("recipient_name", "ispmanager"),
            Element::leaf("account_name", &entry.account),
            Element::leaf("paymethod_name", call.lang.pick("Bank transfer", "Банковский перевод")),
            Element::leaf("subaccountamount_iso", &amount),
            Element::leaf("paymethodamount_iso", amount),
            Element::leaf("amount", entry.amount),
            Element::leaf("status", call.lang.pick("Credited", "Зачислен")).with("orig", CREDITED),
        ],
    )
}
