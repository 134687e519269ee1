//! `soft.suspend`, `soft.resume` and their siblings: stop services that are paid, or let them run again.

use super::{Answer, Call, ok, several_services};
use crate::state::refusal::Refusal;
use crate::state::tariff::ItemType;

pub fn suspend(call: &mut Call, item_type: ItemType) -> Answer {
    permitted(call, item_type)?;
    let ids = several_services(call)?;
    call.world.suspend(&call.login, item_type, &ids)?;
    ok()
}

pub fn resume(call: &mut Call, item_type: ItemType) -> Answer {
    permitted(call, item_type)?;
    let ids = several_services(call)?;
    call.world.resume(&call.login, item_type, &ids)?;
    ok()
}

fn permitted(call: &Call, item_type: ItemType) -> Result<(), Refusal> {
    match call.world.may_suspend(item_type) {
        true => Ok(()),
        false => Err(Refusal::access(call.request.func())),
    }
}
