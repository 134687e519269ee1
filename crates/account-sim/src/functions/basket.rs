//! `basket`: what waits for its payment; with `sok=ok` and a button takes out one item or all. Nothing is paid here:
//! that is what a person does on the account's pages, and the control API in a test.

use super::{Answer, Call, autoprolong_key, done};
use crate::state::basket::BasketItem;
use crate::state::money::Minor;
use crate::state::refusal::Refusal;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call) -> Answer {
    if !call.request.is_committed() {
        return form(call);
    }
    match call.request.text("clicked_button") {
        "delete" => call.world.remove_from_basket(&call.login, call.request.text("id"))?,
        "clearbasket" => call.world.clear_basket(&call.login),
        "" if call.request.get("promocode").is_some() => return Err(Refusal::UnusablePromocode),
        other => return Err(Refusal::invalid("clicked_button", other)),
    }
    Ok(done(Element::leaf("ok", "func=basket").with("type", "form")))
}

fn form(call: &Call) -> Answer {
    let items: Vec<&BasketItem> = call.world.basket(&call.login).collect();
    let total = Minor(items.iter().map(|item| item.cost.0).fold(0, i64::saturating_add));
    let orders: Vec<&str> = items.iter().map(|item| item.order.as_str()).collect();
    let rows = items.iter().map(|item| row(call, item)).collect::<Result<_, _>>()?;
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("total_sum", call.money(total)?),
            Element::leaf("tax", call.money(Minor(0))?),
            Element::leaf("full_discount", call.money(Minor(0))?),
            Element::leaf("billorder", orders.join(",")),
            Element::group("list", rows).with("name", "itemlist").repeated(),
        ],
    ))
}

fn row(call: &Call, item: &BasketItem) -> Result<Element, Refusal> {
    let service = call.world.service(&call.login, item.service).ok();
    let autoprolong = service.and_then(|service| service.autoprolong);
    Ok(Element::group(
        "elem",
        vec![
            Element::leaf("id", &item.order),
            Element::leaf("item.id", item.service),
            Element::leaf("item.type", service.map_or("", |service| service.item_type.name())),
            Element::leaf("item.name", service.map(|service| call.world.title(service)).unwrap_or_default()),
            Element::leaf("item.period", item.period),
            Element::leaf("item.autoprolong", autoprolong_key(autoprolong)),
            Element::leaf("cost", call.money(item.cost)?),
        ],
    )
    .repeated())
}
