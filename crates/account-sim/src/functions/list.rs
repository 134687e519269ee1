//! `addition`, `softexternal`, `soft`: the account's services of one type, page by page.

use super::{Answer, Call, Page, expiry, list_document};
use crate::state::assumptions::RemoteId;
use crate::state::money::Currency;
use crate::state::service::{Service, ServiceId};
use crate::state::tariff::ItemType;
use crate::wire::document::Element;

const DEFAULT_PAGE_SIZE: u64 = 100;

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    let number = |name: &str| call.request.get(name).and_then(|text| text.parse().ok());
    let page_size = number("p_cnt").unwrap_or(DEFAULT_PAGE_SIZE).max(1);
    let page = number("p_num").unwrap_or(1).max(1);
    let skipped = usize::try_from((page - 1).saturating_mul(page_size)).unwrap_or(usize::MAX);
    let taken = usize::try_from(page_size).unwrap_or(usize::MAX);
    let (shown, total) = call.world.page(&call.login, item_type, skipped, taken);
    let total = total as u64;
    let rows = shown.iter().map(|service| row(call, service)).collect();
    let ids: Vec<ServiceId> = shown.iter().map(|service| service.id).collect();
    for id in ids {
        call.world.count_reading(id);
    }
    Ok(list_document(call, rows, &Page { number: page, size: page_size, total, sort: "id", ascending: true }))
}

fn row(call: &Call, service: &Service) -> Element {
    let (world, lang) = (&call.world, call.lang);
    let quirks = &world.settings.quirks;
    let currency = world.account(&service.account).map(|account| account.currency());
    let tariff = world.tariff(&service.account, service.tariff);
    let price = tariff.and_then(|tariff| tariff.price(service.period)).unwrap_or_default();
    let cost = currency.map(|currency| quirks.money.price(price, currency, &lang.period(service.period)));
    let status = service.status;
    let mut fields = Vec::with_capacity(24);
    fields.extend([Element::leaf("id", service.id), Element::leaf("account", &service.account)]);
    if let Some(item) = service.item {
        let title =
            world.service(&service.account, item).map_or_else(|_| format!("#{item}"), |licence| world.title(licence));
        fields.push(Element::leaf("item", title));
    }
    for name in ["licname", "ip"] {
        if let Some(value) = service.params.get(name) {
            fields.push(Element::leaf(name, value));
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
        Element::leaf("item_real_status", status.code()),
        Element::leaf("item_status", lang.status(status))
            .with("color", status.color())
            .with("orig", service.status_code(quirks.substatus)),
        Element::leaf("cost", cost.unwrap_or_default()),
        Element::leaf("item_cost", price.four_decimals()),
        Element::leaf("currency_str", currency.map_or("", Currency::code)),
    ]);
    if world.settings.assumptions.u4_remoteid == RemoteId::ListAndEdit {
        fields.push(Element::leaf("remoteid", &service.remoteid));
    }
    Element::group("elem", fields)
}
