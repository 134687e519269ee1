//! `basket`: what waits for its payment; with `sok=ok` and a button takes out one item or all. Nothing is paid here:
//! that is what a person does on the account's pages, and the control API in a test.

use super::{Answer, Call, done};
use crate::state::basket::BasketItem;
use crate::state::money::{Currency, Minor};
use crate::state::quirks::MoneyText;
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
    let currency = call.world.account(&call.login).ok_or(Refusal::AuthorizationRequired)?.currency();
    let money = call.world.settings.quirks.money;
    let items: Vec<&BasketItem> = call.world.basket(&call.login).collect();
    let total = Minor(items.iter().map(|item| item.cost.0).fold(0, i64::saturating_add));
    let orders: Vec<&str> = items.iter().map(|item| item.order.as_str()).collect();
    let rows = items.iter().map(|item| row(call, item, money, currency)).collect();
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("total_sum", money.amount(total, currency)),
            Element::leaf("tax", money.amount(Minor(0), currency)),
            Element::leaf("full_discount", money.amount(Minor(0), currency)),
            Element::leaf("billorder", orders.join(",")),
            Element::group("list", rows).with("name", "itemlist").repeated(),
        ],
    ))
}

fn row(call: &Call, item: &BasketItem, money: MoneyText, currency: Currency) -> Element {
    let service = call.world.service(&call.login, item.service).ok();
    let autoprolong = service.and_then(|service| service.autoprolong);
    Element::group(
        "elem",
        vec![
            Element::leaf("id", &item.order),
            Element::leaf("item.id", item.service),
            Element::leaf("item.type", service.map_or("", |service| service.item_type.name())),
            Element::leaf("item.name", service.map(|service| call.world.title(service)).unwrap_or_default()),
            Element::leaf("item.period", item.period),
            Element::leaf("item.autoprolong", super::edit::key(autoprolong)),
            Element::leaf("cost", money.amount(item.cost, currency)),
        ],
    )
    .repeated()
}
