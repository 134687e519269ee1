//! `subaccount`: the balance, as a text with its currency.

use super::page::short_list;
use super::{Answer, Call};
use crate::state::quirks::BalanceText;
use crate::wire::document::Element;

pub fn answer(call: &mut Call) -> Answer {
    let account = call.account()?;
    let quirks = &call.world.settings.quirks;
    let mut fields = vec![Element::leaf("id", 1)];
    match quirks.balance {
        BalanceText::WithCurrency => {
            fields.push(Element::leaf("balance", call.money(account.balance)?));
        }
        BalanceText::Apart => fields.extend([
            Element::leaf("balance", account.balance),
            Element::leaf("currency", account.currency().code().to_lowercase()),
        ]),
    }
    fields.push(Element::leaf("status", 1));
    Ok(short_list(call, vec![Element::group("elem", fields)]))
}
