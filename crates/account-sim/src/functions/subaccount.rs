//! `subaccount`: the balance, as a text with its currency.

use super::{Answer, Call, list_document};
use crate::state::refusal::Refusal;
use crate::wire::document::Element;

pub fn answer(call: &mut Call) -> Answer {
    let account = call.world.account(call.login).ok_or(Refusal::AuthorizationRequired)?;
    let balance = format!("{} {}", account.balance, account.currency().code());
    let row = Element::group(
        "elem",
        vec![Element::leaf("id", 1), Element::leaf("balance", balance), Element::leaf("status", 1)],
    );
    Ok(list_document(vec![row], 1, 100, 1))
}
