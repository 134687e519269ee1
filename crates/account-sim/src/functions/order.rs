//! `addition.order` and its siblings, also as `addition.order.pricelist`: the first step of an order, which offers
//! the tariffs of a type for a period. That they stand in a list `tariflist` is public; of its columns `pricelist`,
//! `desc` and `price` are.

use super::{Answer, Call};
use crate::state::period::Period;
use crate::state::refusal::Refusal;
use crate::state::tariff::{ItemType, Tariff};
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let sold: Vec<&Tariff> = call.world.tariffs(&call.login).filter(|tariff| tariff.item_type == item_type).collect();
    let mut periods: Vec<Period> = sold.iter().flat_map(|tariff| tariff.prices.keys().copied()).collect();
    periods.sort();
    periods.dedup();
    let period = match call.request.get("period") {
        None | Some("") => periods.first().copied(),
        Some(code) => {
            let known = Period::parse(code).filter(|period| periods.contains(period));
            Some(known.ok_or_else(|| Refusal::invalid("period", code))?)
        }
    };
    let rows = sold.iter().filter_map(|tariff| row(call, tariff, period?)).collect();
    Ok(Document::new(
        Kind::Form,
        vec![
            Element::leaf("itemtype", item_type.name()),
            Element::leaf("period", period.map(|period| period.to_string()).unwrap_or_default()),
            Element::leaf("pricelist", call.request.text("pricelist")),
            call.periods(periods),
            Element::group("list", rows).with("name", "tariflist").repeated(),
        ],
    ))
}

/// A tariff, if it is sold for the period.
fn row(call: &Call, tariff: &Tariff, period: Period) -> Option<Element> {
    let price = tariff.price(period)?;
    let fields = vec![
        Element::leaf("pricelist", tariff.id.0),
        Element::leaf("desc", &tariff.name),
        Element::leaf("intname", &tariff.internal_name),
        Element::leaf("price", call.price(price, period).ok()?),
        Element::leaf("cost", price.four_decimals()),
        Element::leaf("order_available", "on"),
    ];
    Some(Element::group("elem", fields).repeated())
}
