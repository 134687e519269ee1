//! `service.prolong`: renews a service of any type; without `sok=ok` shows what a renewal would give.

use super::{Answer, Call, expiry, one_service, purchased};
use crate::state::period::Period;
use crate::state::refusal::Refusal;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call) -> Answer {
    let id = one_service(call)?;
    if !call.request.is_committed() {
        return form(call);
    }
    let purchase = call.world.prolong(&call.login, id, call.request.text("period"))?;
    let expires = call.world.service(&call.login, id)?.expires;
    Ok(purchased(call, purchase, |_| {
        let renewed = Element::group("doc", vec![Element::leaf("newexpiredate", expires)]);
        Document::new(Kind::Done, vec![renewed, Element::leaf("ok", "")])
    }))
}

fn form(call: &Call) -> Answer {
    let service = call.world.service(&call.login, one_service(call)?)?;
    let periods = call.world.renewal_periods(service);
    let period = match call.request.get("period") {
        Some(code) => Period::parse(code)
            .filter(|period| periods.contains(period))
            .ok_or_else(|| Refusal::invalid("period", code))?,
        None => service.period,
    };
    let until = call.world.renewed_until(service, period)?;
    let [expires, ..] = expiry(call, service);
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("elid", service.id),
            Element::leaf("title_name", call.world.title(service)),
            expires,
            Element::leaf("newexpiredate", until),
            Element::leaf("status", service.status_code(false)),
            Element::leaf("period", period),
            call.periods(periods),
        ],
    ))
}
