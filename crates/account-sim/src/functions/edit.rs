//! `addition.edit` and its siblings: one service as a form; with `sok=ok` changes what may be changed: auto-renewal,
//! the remote id and the tariff's own editable fields. The button `newkey` gives an ispmanager licence another key.

use std::borrow::Cow;

use super::{Answer, Call, autoprolong_key, done, expiry, one_service};
use crate::state::assumptions::{BitNinjaFields, RemoteId, RenewalPeriod};
use crate::state::order_field::OrderField;
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
        let ok = Element::leaf("ok", "").with("type", "form");
        if item_type == ItemType::Soft && call.request.get("clicked_button") == Some("newkey") {
            let key = call.world.new_licence_key(&call.login, id)?;
            return Ok(Document::new(Kind::Done, vec![Element::leaf("lickey", key), ok]));
        }
        change(call, id)?;
        return Ok(done(ok));
    }
    let form = form(call, service);
    call.world.count_reading(id);
    Ok(form)
}

fn form(call: &Call, service: &Service) -> Document {
    let tariff = call.world.tariff(&service.account, service.tariff);
    let assumptions = &call.world.settings.assumptions;
    let mut body = vec![
        Element::leaf("elid", service.id),
        Element::leaf("id", service.id),
        Element::leaf("name", call.world.title(service)),
        Element::leaf("pricelist", service.tariff.0),
        Element::leaf("pricelist_name", tariff.map_or("", |tariff| &tariff.name)),
        Element::leaf("status", service.status_code(false)),
        Element::leaf("createdate", service.created),
        Element::leaf("period", service.period),
        Element::leaf("autoprolong", autoprolong_key(service.autoprolong)),
    ];
    if matches!(assumptions.u4_remoteid, RemoteId::ListAndEdit | RemoteId::Edit) {
        body.push(Element::leaf("remoteid", &service.remoteid));
    }
    body.extend(expiry(call, service));
    if let Some(item) = service.item {
        body.push(Element::leaf("item", item));
    }
    body.extend(service.counts.iter().map(|(id, count)| Element::leaf(format!("addon_{}", id.0), count)));
    let fields = assumptions.u5_bitninja_fields;
    body.extend(service.params.iter().map(|(name, value)| Element::leaf(shown(name, fields), value)));
    body.push(call.autoprolong(call.world.offered_periods(service)));
    Document::new(Kind::Form, body)
}

/// The name under which a form shows and takes a value.
fn shown(name: &str, fields: BitNinjaFields) -> String {
    let shown = match (fields, name) {
        (BitNinjaFields::Underscored, "bitninjakey") => "bitninja_key",
        (BitNinjaFields::Short, "bitninja_email") => "email",
        (BitNinjaFields::Short, "bitninjakey") => "key",
        (BitNinjaFields::Short, "bitninja_password") => "password",
        _ => name,
    };
    shown.to_owned()
}

/// Judges every given value before it changes the first one.
fn change(call: &mut Call, id: ServiceId) -> Result<(), Refusal> {
    let request = call.request;
    let assumptions = call.world.settings.assumptions.clone();
    let service = call.world.service(&call.login, id)?;
    if service.status == Status::Deleted {
        return Err(Refusal::UnknownItem);
    }
    let autoprolong = match request.get("autoprolong") {
        None => service.autoprolong,
        Some("null" | "") => None,
        Some(text) => Some(
            Period::parse(text)
                .filter(|period| call.world.offered_periods(service).contains(period))
                .ok_or_else(|| Refusal::invalid("autoprolong", text))?,
        ),
    };
    let tariff = call.world.tariff(&service.account, service.tariff);
    let fields = tariff.map_or(&[][..], |tariff| tariff.goods.order_fields(&assumptions));
    let given = |field: &OrderField| request.get(&shown(field.name, assumptions.u5_bitninja_fields));
    let given: Vec<(&OrderField, &str)> =
        fields.iter().filter(|field| field.editable).filter_map(|field| Some((field, given(field)?.trim()))).collect();
    if let Some((field, value)) = given.iter().find(|(field, value)| !field.accepts(value, &assumptions)) {
        return Err(Refusal::invalid(field.name, value));
    }
    let remoteid = request.get("remoteid").filter(|_| assumptions.u4_remoteid != RemoteId::Dropped);
    call.world.change_service(&call.login, id, |service| {
        service.autoprolong = autoprolong;
        if let (Some(period), RenewalPeriod::OwnOnly) = (autoprolong, assumptions.u13_renewal_period) {
            service.period = period;
        }
        if let Some(remoteid) = remoteid {
            service.remoteid = remoteid.to_owned();
        }
        let given = given.into_iter().map(|(field, value)| (Cow::Borrowed(field.name), value.to_owned()));
        service.params.extend(given);
    })
}
