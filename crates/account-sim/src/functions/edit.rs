//! `addition.edit`, `softexternal.edit`, `soft.edit`: one service as a form; with `sok=ok` changes what may be
//! changed: auto-renewal, the remote id and the tariff's own editable fields.

use std::borrow::Cow;

use super::{Answer, Call, done, expiry, one_service};
use crate::state::assumptions::RemoteId;
use crate::state::goods::OrderField;
use crate::state::period::Period;
use crate::state::refusal::Refusal;
use crate::state::service::{Service, ServiceId, Status};
use crate::state::tariff::ItemType;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let id = one_service(call)?;
    let service = call.world.service(&call.login, id)?;
    if service.item_type != item_type {
        return Err(Refusal::UnknownItem);
    }
    if call.request.is_committed() {
        change(call, id)?;
        return Ok(done(Element::leaf("ok", "").with("type", "form")));
    }
    let form = form(call, service);
    call.world.count_reading(id);
    Ok(form)
}

fn form(call: &Call, service: &Service) -> Document {
    let tariff = call.world.tariff(&service.account, service.tariff);
    let mut body = vec![
        Element::leaf("elid", service.id),
        Element::leaf("id", service.id),
        Element::leaf("name", call.world.title(service)),
        Element::leaf("pricelist", service.tariff.0),
        Element::leaf("pricelist_name", tariff.map_or("", |tariff| &tariff.name)),
        Element::leaf("status", service.status_code(false)),
        Element::leaf("createdate", service.created),
        Element::leaf("period", service.period),
        Element::leaf("autoprolong", key(service.autoprolong)),
    ];
    if matches!(call.world.settings.assumptions.u4_remoteid, RemoteId::ListAndEdit | RemoteId::Edit) {
        body.push(Element::leaf("remoteid", &service.remoteid));
    }
    body.extend(expiry(call, service));
    if let Some(item) = service.item {
        body.push(Element::leaf("item", item));
    }
    for (name, value) in &service.params {
        body.push(Element::leaf(name.clone(), value));
    }
    let renewals = call.world.renewal_periods(service).into_iter().map(Some);
    body.push(Element::select(
        "autoprolong",
        std::iter::once(None).chain(renewals).map(|period| (key(period), call.lang.autoprolong(period))),
    ));
    Document::new(Kind::Form, body)
}

/// Auto-renewal as a form names it.
fn key(period: Option<Period>) -> String {
    period.map_or_else(|| "null".to_owned(), |period| period.to_string())
}

/// Judges every given value before it changes the first one.
fn change(call: &mut Call, id: ServiceId) -> Result<(), Refusal> {
    let request = call.request;
    let service = call.world.service(&call.login, id)?;
    if service.status == Status::Deleted {
        return Err(Refusal::UnknownItem);
    }
    let autoprolong = match request.get("autoprolong") {
        None => service.autoprolong,
        Some("null" | "") => None,
        Some(text) => Some(
            Period::parse(text)
                .filter(|period| call.world.renewal_periods(service).contains(period))
                .ok_or_else(|| Refusal::invalid("autoprolong", text))?,
        ),
    };
    let fields =
        call.world.tariff(&service.account, service.tariff).map_or(&[][..], |tariff| tariff.goods.order_fields());
    let given: Vec<(&OrderField, &str)> = fields
        .iter()
        .filter(|field| field.editable)
        .filter_map(|field| Some((field, request.get(field.name)?.trim())))
        .collect();
    if let Some((field, value)) = given.iter().find(|(field, value)| !field.accepts(value)) {
        return Err(Refusal::invalid(field.name, value));
    }
    let remoteid = request.get("remoteid").filter(|_| call.world.settings.assumptions.u4_remoteid != RemoteId::Dropped);
    call.world.change_service(&call.login, id, |service| {
        service.autoprolong = autoprolong;
        if let Some(remoteid) = remoteid {
            service.remoteid = remoteid.to_owned();
        }
        let given = given.into_iter().map(|(field, value)| (Cow::Borrowed(field.name), value.to_owned()));
        service.params.extend(given);
    })
}
