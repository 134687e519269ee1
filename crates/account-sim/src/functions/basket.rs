//! `basket`: what waits for its payment. Reading only; nothing is paid or removed here.

use super::{Answer, Call};
use crate::state::basket::BasketItem;
use crate::state::money::Minor;
use crate::state::refusal::Refusal;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call) -> Answer {
    let currency = call.world.account(&call.login).ok_or(Refusal::AuthorizationRequired)?.currency();
    let money = call.world.settings.quirks.money;
    let items: Vec<&BasketItem> = call.world.basket(&call.login).collect();
    let total = Minor(items.iter().map(|item| item.cost.0).sum());
    let orders: Vec<&str> = items.iter().map(|item| item.order.as_str()).collect();
    let rows = items.iter().map(|item| row(item, money.amount(item.cost, currency))).collect();
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("total_sum", money.amount(total, currency)),
            Element::leaf("billorder", orders.join(",")),
            Element::group("list", rows).with("name", "itemlist").repeated(),
        ],
    ))
}

fn row(item: &BasketItem, cost: String) -> Element {
    Element::group(
        "elem",
        vec![
            Element::leaf("id", &item.order),
            Element::leaf("item.id", item.service),
            Element::leaf("item.period", item.period),
            Element::leaf("cost", cost),
        ],
    )
    .repeated()
}
