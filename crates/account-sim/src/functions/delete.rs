//! `addition.delete` and its siblings: end services at once. `elid` names one or several, separated by a comma and a
//! blank.

use super::{Answer, Call, ok, several_services};
use crate::state::assumptions::{DeleteSok, Deletion};
use crate::state::refusal::Refusal;
use crate::state::tariff::ItemType;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let assumptions = &call.world.settings.assumptions;
    if item_type == ItemType::Addition && assumptions.u11_deletion == Deletion::Access {
        return Err(Refusal::access(call.request.func()));
    }
    let ids = several_services(call)?;
    if assumptions.u22_delete_sok == DeleteSok::Needed && !call.request.is_committed() {
        return Ok(Document::new(Kind::Form, vec![Element::leaf("elid", call.request.text("elid"))]));
    }
    call.world.delete(&call.login, item_type, &ids)?;
    ok()
}
