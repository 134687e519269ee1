//! `addition.order.param` and its siblings: buy a service; without `sok=ok` show the form of the order.

use std::collections::BTreeMap;

use super::{Answer, Call, certificate_csr, done, purchased};
use crate::state::assumptions::{ClickedButton, OrderAnswer};
use crate::state::order::Order;
use crate::state::period::Period;
use crate::state::refusal::Refusal;
use crate::state::service::Status;
use crate::state::tariff::{ItemType, Tariff};
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let request = call.request;
    let tariff = call.tariff(item_type)?;
    let needs_button = call.world.settings.assumptions.u2_clicked_button == ClickedButton::Required;
    if !request.is_committed() || needs_button && request.get("clicked_button") != Some("finish") {
        return form(call, tariff);
    }
    let mut params: BTreeMap<String, String> = request.params().iter().rev().cloned().collect();
    params.insert("altname".to_owned(), certificate_csr::value(call, "altname").to_owned());
    let order = Order {
        item_type,
        tariff: tariff.id,
        period: request.text("period").to_owned(),
        item: request.get("item").map(str::to_owned),
        autoprolong: request.get("autoprolong").and_then(Period::parse),
        remoteid: request.text("remoteid").to_owned(),
        params,
        pay_now: request.get("skipbasket") == Some("on"),
    };
    let purchase = call.world.order(&call.login, order)?;
    Ok(purchased(call, purchase, |id| {
        let list = format!("func={}", item_type.name());
        let mut document = done(Element::leaf("ok", list).with("type", "list"));
        let id = Element::leaf("id", id);
        match call.world.settings.assumptions.u1_order_answer {
            OrderAnswer::Id => document.body.insert(0, id),
            OrderAnswer::PlainId => document.body.insert(0, id.plain()),
            OrderAnswer::OkOnly => {}
        }
        document
    }))
}

fn form(call: &Call, tariff: &Tariff) -> Answer {
    let request = call.request;
    let mut body = vec![
        Element::leaf("pricelist", tariff.id.0),
        Element::leaf("pricelist_name", &tariff.name),
        Element::leaf("period", chosen_period(call, tariff)?),
        Element::leaf("autoprolong", request.get("autoprolong").unwrap_or("null")),
        Element::leaf("skipbasket", request.get("skipbasket").unwrap_or("off")),
    ];
    if tariff.item_type == ItemType::Addition {
        body.push(Element::leaf("item", request.text("item")));
    }
    for id in tariff.addons.keys() {
        let name = format!("addon_{}", id.0);
        let count = request.get(&name).unwrap_or("0");
        body.push(Element::leaf(name, count));
    }
    for field in tariff.goods.order_fields(&call.world.settings.assumptions) {
        body.push(Element::leaf(field.name, certificate_csr::value(call, field.name)));
    }
    let periods = || tariff.prices.keys().copied();
    body.push(call.periods(periods()));
    body.push(call.autoprolong(periods().filter(|&period| period != Period::Trial)));
    match tariff.item_type {
        ItemType::Addition => body.push(Element::select("item", licences(call))),
        ItemType::Certificate => body.push(certificate_csr::countries(call)),
        ItemType::Softexternal | ItemType::Soft => {}
    }
    Ok(Document::new(Kind::Form, body))
}

/// The first period that is offered, unless the request names one.
fn chosen_period(call: &Call, tariff: &Tariff) -> Result<String, Refusal> {
    let first = || tariff.prices.keys().next().map(|period| period.to_string()).unwrap_or_default();
    match call.request.get("period") {
        None => Ok(first()),
        Some(code) => {
            let (period, _) = tariff.priced(code, &Default::default(), &call.world.settings.assumptions)?;
            Ok(period.to_string())
        }
    }
}

/// The ispmanager licences for which a module can be bought.
fn licences<'a>(call: &'a Call) -> impl Iterator<Item = (String, String)> + 'a {
    let licences = call.world.shown(&call.login, ItemType::Soft).filter(|licence| licence.status != Status::Deleted);
    licences.map(|licence| (licence.id.to_string(), call.world.title(licence)))
}
