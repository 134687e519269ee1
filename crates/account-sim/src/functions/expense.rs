//! `expense`: what was debited from the account, as a list. The columns are those of the vendor's reference.

use super::page::short_list;
use super::{Answer, Call};
use crate::state::ledger::{Entry, EntryKind};
use crate::wire::document::Element;

pub fn answer(call: &mut Call) -> Answer {
    let rows = call.world.ledger().iter().zip(1_u64..);
    let own = rows.filter(|(entry, _)| entry.account == call.login && entry.kind != EntryKind::Deposit);
    let rows = own.map(|(entry, id)| row(call, entry, id)).collect();
    Ok(short_list(call, rows))
}

fn row(call: &Call, entry: &Entry, id: u64) -> Element {
    let money = call.world.settings.quirks.money;
    // An expense is shown as a positive amount; what came back is a negative one.
    let amount = entry.amount.negated();
    Element::group(
        "elem",
        vec![
            Element::leaf("id", id),
            Element::leaf("locale_name", name(call, entry)),
            Element::leaf("item", entry.service.map(|service| service.to_string()).unwrap_or_default()),
            Element::leaf("account", &entry.account),
            Element::leaf("realdate", call.world.day_of(&entry.account, entry.at)),
            Element::leaf("cdate", call.world.day_of(&entry.account, entry.at)),
            Element::leaf("amount", amount),
            Element::leaf("amount_iso", money.amount(amount, entry.currency)),
            Element::leaf("notpayd", "0.00"),
            Element::leaf("discountamount", "0.00"),
            Element::leaf("taxamount", "0.00"),
        ],
    )
}

/// What was paid for, in the language of the reader.
pub fn name(call: &Call, entry: &Entry) -> String {
    let service = entry.service.and_then(|id| call.world.service(&entry.account, id).ok());
    let title = service.map(|service| call.world.title(service));
    let title = title.or_else(|| Some(format!("#{}", entry.service?))).unwrap_or_default();
    let (en, ru) = match entry.kind {
        EntryKind::Order => ("Order", "Заказ"),
        EntryKind::Prolong => ("Renewal", "Продление"),
        EntryKind::Deposit => ("Deposit", "Пополнение"),
        EntryKind::Refund => ("Refund", "Возврат"),
        EntryKind::TariffChange => ("Tariff change", "Смена тарифа"),
    };
    format!("{} {title}", call.lang.pick(en, ru)).trim().to_owned()
}
