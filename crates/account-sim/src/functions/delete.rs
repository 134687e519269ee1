//! `addition.delete`, `softexternal.delete`, `soft.delete`: ends services at once. `elid` names one or several,
//! separated by a comma and a blank.

use super::{Answer, Call, done};
use crate::state::refusal::Refusal;
use crate::state::service::ServiceId;
use crate::state::tariff::ItemType;
use crate::wire::document::Element;

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let ids: Vec<ServiceId> = call
        .request
        .text("elid")
        .split(',')
        .map(|text| ServiceId::parse(text).ok_or(Refusal::UnknownItem))
        .collect::<Result<_, _>>()?;
    call.world.delete(&call.login, item_type, &ids)?;
    Ok(done(Element::leaf("ok", "")))
}
