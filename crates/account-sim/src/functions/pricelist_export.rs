//! `pricelist.export`: the tariffs of the account's region with their periods and prices.

use super::{Answer, Call};
use crate::state::money::{Currency, Minor};
use crate::state::period::Period;
use crate::state::refusal::Refusal;
use crate::state::tariff::{ItemType, Tariff};
use crate::wire::document::{Document, Element, Kind};
use crate::wire::lang::Lang;

/// Item types that the account knows but sells nothing of here.
const EMPTY_TYPES: [&str; 2] = ["certificate", "platform"];

pub fn answer(call: &mut Call) -> Answer {
    let wanted = match call.request.get("itemtype") {
        None | Some("") => None,
        Some(name) if EMPTY_TYPES.contains(&name) => {
            return Ok(Document::new(Kind::List, Vec::new()));
        }
        Some(name) => Some(ItemType::parse(name).ok_or_else(|| Refusal::invalid("itemtype", name))?),
    };
    let currency = call.world.account(&call.login).ok_or(Refusal::AuthorizationRequired)?.currency();
    let tariffs = call
        .world
        .tariffs(&call.login)
        .filter(|tariff| wanted.is_none_or(|wanted| tariff.item_type == wanted))
        .map(|tariff| entry(tariff, currency, call.lang))
        .collect();
    Ok(Document::new(Kind::List, tariffs))
}

fn entry(tariff: &Tariff, currency: Currency, lang: Lang) -> Element {
    let internal_name = match tariff.item_type {
        ItemType::Addition => "additionintname",
        ItemType::Softexternal | ItemType::Soft => "intname",
    };
    let periods = tariff.prices.iter().map(|(&offered, &cost)| period(offered, cost, lang)).collect();
    Element::group(
        "pricelist",
        vec![
            Element::leaf("id", tariff.id.0),
            Element::leaf("itemtype", tariff.item_type.name()),
            Element::leaf("name", &tariff.name),
            Element::leaf(internal_name, &tariff.internal_name),
            Element::group("price", periods).with("currency", currency.code()),
        ],
    )
    .repeated()
}

fn period(offered: Period, cost: Minor, lang: Lang) -> Element {
    let (kind, length, title) = match offered {
        Period::Trial => ("trial", 1, lang.pick("trial".to_owned(), "пробный".to_owned())),
        Period::Months(months) => ("month", months, monthly(months, lang)),
    };
    Element::leaf("period", title)
        .with("cost", cost.four_decimals())
        .with("type", kind)
        .with("length", length)
        .repeated()
}

fn monthly(months: u16, lang: Lang) -> String {
    match months {
        1 => lang.pick("monthly", "ежемесячно").to_owned(),
        3 => lang.pick("quarterly", "раз в 3 месяца").to_owned(),
        6 => lang.pick("semiannually", "раз в полгода").to_owned(),
        12 => lang.pick("annually", "раз в год").to_owned(),
        n => lang.pick(format!("every {n} months"), format!("раз в {n} мес.")),
    }
}
