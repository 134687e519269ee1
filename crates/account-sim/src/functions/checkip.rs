//! `soft.checkip`: whether a licence of a tariff can be ordered for an address. That an address serves one licence
//! only is assumed.

use super::{Answer, Call, ok};
use crate::state::order_field::is_ip;
use crate::state::refusal::Refusal;
use crate::state::service::Status;
use crate::state::tariff::ItemType;

pub fn answer(call: &mut Call) -> Answer {
    let request = call.request;
    let tariff = call.tariff(ItemType::Soft)?;
    if let Some(period) = request.get("period") {
        tariff.priced(period, &Default::default(), &call.world.settings.assumptions)?;
    }
    let ip = request.text("ip").trim();
    if !is_ip(ip) {
        return Err(Refusal::invalid("ip", ip));
    }
    let mut licences = call.world.shown(&call.login, ItemType::Soft);
    let taken = licences.any(|licence| {
        licence.status != Status::Deleted && licence.params.get("ip").is_some_and(|address| address == ip)
    });
    match taken {
        true => Err(Refusal::Exists { object: "ip", value: ip.to_owned() }),
        false => ok(),
    }
}
