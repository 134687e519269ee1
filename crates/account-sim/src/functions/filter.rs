//! `addition.filter` and its siblings: the filter of a list as a form; with `sok=ok` sets it for the session, and
//! empty fields clear it.

use super::{Answer, Call, done, page};
use crate::state::period::Period;
use crate::state::service::Status;
use crate::state::tariff::ItemType;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call, item_type: ItemType) -> Answer {
    if let Some(done) = set(call, item_type.name()) {
        return Ok(done);
    }
    let names = ["id", "licname", "ip", "domain", "item", "pricelist", "period", "status", "autoprolong"];
    let more = ["createdate", "expiredate", "orderdatefrom", "orderdateto", "cost_from", "cost_to", "remoteid"];
    let mut body = fields(call, item_type.name(), names.into_iter().chain(more));
    let tariffs = call.world.tariffs(&call.login).filter(|tariff| tariff.item_type == item_type);
    body.push(Element::select("pricelist", tariffs.map(|tariff| (tariff.id.0, &tariff.name))));
    body.push(call.periods([1, 3, 6, 12].map(Period::Months)));
    let statuses = [Status::Ordered, Status::Active, Status::Suspended, Status::Deleted, Status::Processing];
    body.push(Element::select("status", statuses.map(|status| (status.code(), call.lang.status(status)))));
    Ok(Document::new(Kind::Form, body))
}

pub fn of_expenses(call: &mut Call) -> Answer {
    if let Some(done) = set(call, "expense") {
        return Ok(done);
    }
    let names = ["id", "locale_name", "item", "fromdate", "todate", "cost_from", "cost_to"];
    Ok(Document::new(Kind::Form, fields(call, "expense", names.into_iter())))
}

pub fn of_payments(call: &mut Call) -> Answer {
    if let Some(done) = set(call, "payment") {
        return Ok(done);
    }
    let names = ["id", "number", "status", "createdate", "createdatestart", "createdateend"];
    Ok(Document::new(Kind::Form, fields(call, "payment", names.into_iter())))
}

fn set(call: &mut Call, list: &str) -> Option<Document> {
    if !call.request.is_committed() {
        return None;
    }
    let filter = page::given(call);
    page::remember(call, list, filter);
    Some(done(Element::leaf("ok", format!("func={list}")).with("type", "list")))
}

fn fields(call: &Call, list: &str, names: impl Iterator<Item = &'static str>) -> Vec<Element> {
    let kept = page::remembered(call, list);
    let value = |name: &str| kept.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value);
    names.map(|name| Element::leaf(name, value(name))).collect()
}
