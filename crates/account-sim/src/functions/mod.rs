//! The billing functions, one file each. `addition.*`, `softexternal.*` and `soft.*` differ only by item type, so
//! `order_param`, `list`, `edit` and `delete` serve all three.

pub mod auth;
mod basket;
mod delete;
mod edit;
mod list;
mod logoff;
mod order_param;
mod pricelist_export;
mod service_prolong;
mod session_newkey;
mod subaccount;
mod whoami;

use crate::state::World;
use crate::state::order::Purchase;
use crate::state::refusal::Refusal;
use crate::state::service::ServiceId;
use crate::state::session::Sessions;
use crate::state::tariff::ItemType;
use crate::wire::document::{Document, Element, Kind};
use crate::wire::lang::Lang;
use crate::wire::request::Request;

/// A request of somebody who is logged in.
pub struct Call<'a> {
    pub world: &'a mut World,
    pub sessions: &'a mut Sessions,
    pub login: &'static str,
    pub request: &'a Request,
    pub lang: Lang,
}

type Answer = Result<Document, Refusal>;

/// Functions that exist, but for the administrators of a BILLmanager only.
const ADMINISTRATORS: [&str; 8] = [
    "account",
    "addition.open",
    "addition.resume",
    "addition.suspend",
    "pricelist",
    "processing",
    "softexternal.open",
    "user",
];

/// Documented functions that are not modelled yet: refused loudly instead of being denied.
const NOT_MODELLED: [&str; 17] = [
    "addition.order",
    "certificate",
    "certificate.order.csr",
    "certificate.order.param",
    "dashboard.info",
    "order",
    "payment",
    "payment.add",
    "payment.add.method",
    "payment.add.pay",
    "service.changepricelist",
    "soft.checkip",
    "soft.resume",
    "soft.suspend",
    "softexternal.order",
    "softexternal.resume",
    "softexternal.suspend",
];

pub fn answer(call: &mut Call) -> Answer {
    let func = call.request.func();
    if let Some((item_type, action)) = split_item_type(func) {
        match action {
            "" => return list::answer(call, item_type),
            "order.param" => return order_param::answer(call, item_type),
            "edit" => return edit::answer(call, item_type),
            "delete" => return delete::answer(call, item_type),
            _ => {}
        }
    }
    match func {
        "basket" => basket::answer(call),
        "logoff" => logoff::answer(call),
        "pricelist.export" => pricelist_export::answer(call),
        "service.prolong" => service_prolong::answer(call),
        "session.newkey" => session_newkey::answer(call),
        "subaccount" => subaccount::answer(call),
        "whoami" => whoami::answer(call),
        _ => {
            let function = func.to_owned();
            Err(if ADMINISTRATORS.contains(&func) {
                Refusal::Access { function }
            } else if NOT_MODELLED.contains(&func) {
                Refusal::NotModelled { function }
            } else {
                Refusal::UnknownFunction { function }
            })
        }
    }
}

fn split_item_type(func: &str) -> Option<(ItemType, &str)> {
    let (kind, action) = func.split_once('.').unwrap_or((func, ""));
    Some((ItemType::parse(kind)?, action))
}

/// The one service that `elid` names.
fn one_service(call: &Call) -> Result<ServiceId, Refusal> {
    ServiceId::parse(call.request.text("elid")).ok_or(Refusal::UnknownItem)
}

fn done(ok: Element) -> Document {
    Document::new(Kind::Done, vec![ok])
}

/// The answer to a purchase that waits for its payment, whatever was bought.
fn unpaid(order: &str) -> Document {
    let ok = Element::leaf("ok", "func=basket").with("type", "list");
    Document::new(Kind::Done, vec![Element::leaf("billorder", order), ok])
}

fn purchased(purchase: Purchase, paid: impl FnOnce(ServiceId) -> Document) -> Document {
    match purchase {
        Purchase::Paid(id) => paid(id),
        Purchase::Unpaid(order) => unpaid(&order),
    }
}

/// A page of a list in the usual frame; an empty list has no `elem` and counts nothing.
fn list_document(rows: Vec<Element>, page: u64, page_size: u64, total: u64) -> Document {
    let mut body: Vec<Element> = rows.into_iter().map(Element::repeated).collect();
    let page_size = if total == 0 { 0 } else { page_size };
    body.push(Element::leaf("p_cnt", page_size));
    body.push(Element::leaf("p_elems", total));
    body.push(Element::leaf("p_num", page));
    Document::new(Kind::List, body)
}
