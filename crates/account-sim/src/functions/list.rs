//! `addition`, `softexternal`, `soft`, `certificate`: the account's services of one type, page by page.

use super::page::Wanted;
use super::{Answer, Call, expiry};
use crate::state::assumptions::{RemoteId, StatusField};
use crate::state::money::Currency;
use crate::state::service::{Service, ServiceId, Status};
use crate::state::tariff::ItemType;
use crate::wire::document::Element;

/// The seller, and where and by what the goods are delivered: one name, since nobody else stands behind them.
const PROVIDER: &str = "ispmanager";

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let wanted = Wanted::of(call);
    let with_id = |service: &Service| (service.id, row(call, service));
    let (shown, total) = if wanted.is_plain() {
        let (skip, take) = wanted.part();
        let (services, total) = call.world.page(&call.login, item_type, skip, take);
        (services.into_iter().map(with_id).collect(), total)
    } else {
        wanted.choose(call.world.shown(&call.login, item_type).map(with_id))
    };
    let (ids, rows): (Vec<ServiceId>, Vec<Element>) = shown.into_iter().unzip();
    for id in ids {
        call.world.count_reading(id);
    }
    Ok(wanted.document(call, rows, total))
}

fn row(call: &Call, service: &Service) -> Element {
    let (world, lang) = (&call.world, call.lang);
    let quirks = &world.settings.quirks;
    let currency = world.account(&service.account).map(|account| account.currency());
    let tariff = world.tariff(&service.account, service.tariff);
    let price = world.price_of(service, service.period).unwrap_or_default();
    let cost = currency.map(|currency| quirks.money.price(price, currency, &lang.period(service.period)));
    let mut fields = Vec::with_capacity(28);
    fields.extend([
        Element::leaf("id", service.id),
        Element::leaf("account", &service.account),
        // Documented columns whose values no public page shows.
        Element::leaf("project", PROVIDER),
        Element::leaf("datacentername", PROVIDER),
        Element::leaf("processingmodule", PROVIDER),
    ]);
    if let Some(item) = service.item {
        let title =
            world.service(&service.account, item).map_or_else(|_| format!("#{item}"), |licence| world.title(licence));
        fields.push(Element::leaf("item", title));
    }
    for (name, column) in [("licname", "licname"), ("ip", "ip"), ("domain", "domain"), ("CN", "domain")] {
        if let Some(value) = service.params.get(name) {
            fields.push(Element::leaf(column, value));
        }
    }
    let created = Element::leaf("createdate", service.created);
    fields.extend(std::iter::repeat_n(created, if quirks.createdate_twice { 2 } else { 1 }));
    fields.extend(expiry(call, service));
    fields.extend([
        Element::leaf("pricelist", tariff.map_or("", |tariff| &tariff.name)),
        Element::leaf("pricelist_id", service.tariff.0),
        Element::leaf("intname", tariff.map_or("", |tariff| &tariff.internal_name)),
        Element::leaf("period", service.period),
        Element::leaf("autoprolong", lang.autoprolong(service.autoprolong)),
    ]);
    fields.extend(status(call, service));
    fields.extend([
        Element::leaf("cost", cost.unwrap_or_default()),
        Element::leaf("item_cost", price.four_decimals()),
        Element::leaf("currency_str", currency.map_or("", Currency::code)),
    ]);
    if service.item_type == ItemType::Soft {
        let is_changing = service.status == Status::Processing;
        fields.push(Element::leaf("special_status", u8::from(is_changing)));
    }
    if world.settings.assumptions.u4_remoteid == RemoteId::ListAndEdit {
        fields.push(Element::leaf("remoteid", &service.remoteid));
    }
    Element::group("elem", fields)
}

/// The status as a text with its number beside it, under the name that the account gives it.
fn status(call: &Call, service: &Service) -> Vec<Element> {
    let settings = &call.world.settings;
    let text = |name| {
        Element::leaf(name, call.lang.status(service.status))
            .with("color", service.status.color())
            .with("orig", service.status_code(settings.quirks.substatus))
    };
    match settings.assumptions.u16_status_field {
        StatusField::ItemStatus => vec![Element::leaf("item_real_status", service.status.code()), text("item_status")],
        StatusField::Status => vec![text("status")],
        StatusField::StatusMsg => vec![text("status_msg")],
    }
}
