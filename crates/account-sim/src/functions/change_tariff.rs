//! `service.changepricelist`, `.pricelist`, `.getmoney`: another tariff for a licence. The first step offers the
//! tariffs, the second tells what the change costs, the third carries it out. One known client goes no further than
//! the first step with `pricelist`, `period` and `sok=ok`: that too carries it out.

use super::{Answer, Call, done, expiry, one_service};
use crate::state::refusal::Refusal;
use crate::state::tariff_change::TariffChange;
use crate::wire::document::{Document, Element, Kind};

pub fn first_step(call: &mut Call) -> Answer {
    match call.request.is_committed() {
        true => carry_out(call, "service.changepricelist"),
        false => offer(call),
    }
}

pub fn second_step(call: &mut Call) -> Answer {
    judge(call).and_then(|change| tell(call, &change))
}

pub fn third_step(call: &mut Call) -> Answer {
    match call.request.is_committed() {
        true => carry_out(call, "service.changepricelist.getmoney"),
        false => second_step(call),
    }
}

fn offer(call: &Call) -> Answer {
    let service = call.world.service(&call.login, one_service(call)?)?;
    call.world.can_change_tariff(service)?;
    let choices = call.world.tariff_choices(service).map(|tariff| (tariff.id.0, &tariff.name));
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("elid", service.id),
            Element::leaf("title_name", call.world.title(service)),
            Element::leaf("pricelist", call.request.text("pricelist")),
            Element::leaf("period", service.period),
            Element::select("pricelist", choices),
        ],
    ))
}

fn judge(call: &Call) -> Result<TariffChange, Refusal> {
    let request = call.request;
    call.world.tariff_change(&call.login, one_service(call)?, request.text("pricelist"), request.get("period"))
}

fn tell(call: &Call, change: &TariffChange) -> Answer {
    let service = call.world.service(&call.login, one_service(call)?)?;
    let name = |id| call.world.tariff(&call.login, id).map_or("", |tariff| &tariff.name);
    let amount = call.money(change.difference.abs())?;
    let info = match change.difference.0 {
        ..0 => call.lang.pick("Will be returned to the account: ", "Будет возвращено на счет: "),
        _ => call.lang.pick("Will be debited: ", "Будет списано: "),
    };
    let [expires, ..] = expiry(call, service);
    let date = |name: &'static str| Element { name: name.into(), ..expires.clone() };
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("elid", service.id),
            Element::leaf("pricelist", change.tariff.0),
            Element::leaf("period", change.period),
            Element::leaf("oldpricelist", name(service.tariff)),
            Element::leaf("newpricelist", name(change.tariff)),
            Element::leaf("oldprice", call.price(change.old_price, service.period)?),
            Element::leaf("newprice", call.price(change.new_price, change.period)?),
            Element::leaf("money_info", format!("{info}{amount}")),
            date("oldexpiredate"),
            date("newexpiredate"),
        ],
    ))
}

fn carry_out(call: &mut Call, cause: &'static str) -> Answer {
    let change = judge(call)?;
    call.world.change_tariff(&call.login, one_service(call)?, &change, cause)?;
    Ok(done(Element::leaf("ok", "").with("type", "form")))
}
