//! `service.history`: what was paid for a service, and by which function. The columns are those of other histories of
//! the vendor's reference; a real one also tells of changes that cost nothing.

use super::page::short_list;
use super::{Answer, Call, expense, one_service};
use crate::wire::document::Element;

pub fn answer(call: &mut Call) -> Answer {
    let id = call.world.service(&call.login, one_service(call)?)?.id;
    let entries = call.world.ledger().iter().filter(|entry| entry.service == Some(id));
    let rows = entries.zip(1_u64..).map(|(entry, number)| {
        let moment = entry.at.strftime("%Y-%m-%d %H:%M:%S").to_string();
        Element::group(
            "elem",
            vec![
                Element::leaf("id", number),
                Element::leaf("changedate", moment),
                Element::leaf("desc", expense::name(call, entry)),
                Element::leaf("user", &entry.account),
                Element::leaf("ip", "127.0.0.1"),
                Element::leaf("action", &entry.cause),
            ],
        )
    });
    let rows = rows.collect();
    Ok(short_list(call, rows))
}
