//! `pricelist.export`: the tariffs of the account's region with their periods and prices. Each of them can be ordered,
//! so `onlyavailable=yes` leaves none out.

use std::collections::BTreeMap;

use super::{Answer, Call};
use crate::state::assumptions::TariffNames;
use crate::state::money::{Currency, Minor};
use crate::state::period::Period;
use crate::state::refusal::Refusal;
use crate::state::tariff::{ItemType, Tariff};
use crate::wire::document::{Document, Element, Kind};
use crate::wire::lang::Lang;

/// An item type that the account knows but sells nothing of here.
const EMPTY_TYPE: &str = "platform";

/// The number of the only provider. Another one's price list is empty.
const PROVIDER: &str = "1";

pub fn answer(call: &mut Call) -> Answer {
    let wanted = match call.request.get("itemtype") {
        None | Some("") => None,
        Some(EMPTY_TYPE) => return Ok(Document::new(Kind::List, Vec::new())),
        Some(name) => Some(ItemType::parse(name).ok_or_else(|| Refusal::invalid("itemtype", name))?),
    };
    if call.request.get("project").is_some_and(|project| !["", PROVIDER].contains(&project)) {
        return Ok(Document::new(Kind::List, Vec::new()));
    }
    let currency = call.account()?.currency();
    let tariffs = call
        .world
        .tariffs(&call.login)
        .filter(|tariff| wanted.is_none_or(|wanted| tariff.item_type == wanted))
        .map(|tariff| entry(call, tariff, currency))
        .collect();
    Ok(Document::new(Kind::List, tariffs))
}

fn entry(call: &Call, tariff: &Tariff, currency: Currency) -> Element {
    let internal_name = match tariff.item_type {
        ItemType::Addition => "additionintname",
        ItemType::Softexternal | ItemType::Soft | ItemType::Certificate => "intname",
    };
    let names: &[&'static str] = match call.world.settings.assumptions.u15_tariff_names {
        TariffNames::Name => &["name"],
        TariffNames::Title => &["title"],
        TariffNames::ByLanguage => &["name_en", "name_ru"],
        TariffNames::InternalOnly => &[],
    };
    let mut fields = vec![Element::leaf("id", tariff.id.0), Element::leaf("itemtype", tariff.item_type.name())];
    fields.extend(names.iter().map(|&field| Element::leaf(field, &tariff.name)));
    fields.push(Element::leaf(internal_name, &tariff.internal_name));
    fields.push(price(&tariff.prices, currency, call.lang));
    fields.extend(tariff.addons.iter().map(|(id, addon)| {
        let fields = vec![
            Element::leaf("id", id.0),
            Element::leaf("name", &addon.name),
            Element::leaf("intname", &addon.internal_name),
            price(&addon.prices, currency, call.lang),
        ];
        Element::group("addon", fields).repeated()
    }));
    Element::group("pricelist", fields).repeated()
}

fn price(prices: &BTreeMap<Period, Minor>, currency: Currency, lang: Lang) -> Element {
    let periods = prices.iter().map(|(&offered, &cost)| period(offered, cost, lang)).collect();
    Element::group("price", periods).with("currency", currency.code())
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
