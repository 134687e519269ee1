//! Every function of the account that a public document names: who may call it, what it does, with which errors it
//! may refuse, and the code that answers it. Whatever is not here is unknown to the account too.

use serde::Serialize;

use super::{Answer, Call, done};
use super::{basket, delete, edit, list, logoff, order_param, pricelist_export, service_prolong};
use super::{session_newkey, subaccount, whoami};
use crate::state::refusal::Refusal;
use crate::state::tariff::ItemType;
use crate::wire::document::Element;

/// A function of the account as tests and people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Function {
    pub name: String,
    pub who: Who,
    /// The item type that the function is about, where it is about one.
    pub item_type: Option<&'static str>,
    pub does: &'static str,
    /// The types of the errors with which it may refuse a caller who is logged in.
    pub errors: &'static [&'static str],
}

/// Who may call a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Also somebody who is not logged in.
    Anybody,
    Client,
    /// Answered with error `access`.
    Administrator,
    /// Documented, but not modelled: answered with HTTP 501.
    Nobody,
}

/// Every function, those of item types first.
pub fn functions() -> Vec<Function> {
    let typed = OF_ITEM_TYPES.iter().flat_map(|row| {
        row.item_types.iter().map(|item_type| Function {
            name: full_name(*item_type, row.action),
            who: Who::Client,
            item_type: Some(item_type.name()),
            does: row.does,
            errors: row.errors,
        })
    });
    let plain = PLAIN.iter().map(|row| described(row.name, row.who, row.does, row.errors));
    let administrators =
        ADMINISTRATORS.iter().map(|name| described(name, Who::Administrator, "belongs to administrators", &["access"]));
    let missing = NOT_MODELLED.iter().map(|name| described(name, Who::Nobody, "is not modelled", &[]));
    typed.chain(plain).chain(administrators).chain(missing).collect()
}

fn described(name: &str, who: Who, does: &'static str, errors: &'static [&'static str]) -> Function {
    let item_type = name.split('.').next().and_then(ItemType::parse).map(ItemType::name);
    Function { name: name.to_owned(), who, item_type, does, errors }
}

fn full_name(item_type: ItemType, action: &str) -> String {
    match action {
        "" => item_type.name().to_owned(),
        _ => format!("{}.{action}", item_type.name()),
    }
}

pub fn answer(call: &mut Call) -> Answer {
    let func = call.request.func();
    if call.world.settings.totp.contains(&*call.login) && func != "logoff" {
        return second_factor(func);
    }
    let (kind, action) = func.split_once('.').unwrap_or((func, ""));
    if let Some(item_type) = ItemType::parse(kind)
        && let Some(row) = OF_ITEM_TYPES.iter().find(|row| row.action == action && row.item_types.contains(&item_type))
    {
        return (row.answer)(call, item_type);
    }
    if let Some(row) = PLAIN.iter().find(|row| row.name == func) {
        return (row.answer)(call);
    }
    let function = func.to_owned();
    Err(if ADMINISTRATORS.contains(&func) {
        Refusal::Access { function }
    } else if NOT_MODELLED.contains(&func) {
        Refusal::NotModelled { function }
    } else {
        Refusal::UnknownFunction { function }
    })
}

/// A login that lacks its second factor: `whoami` names the form that asks for it, nothing else is answered.
fn second_factor(func: &str) -> Answer {
    match func {
        "whoami" => Ok(done(Element::leaf("ok", "func=totp.confirm"))),
        _ => Err(Refusal::SecondFactor),
    }
}

/// A function that several item types have: `addition.edit`, `soft.edit` and so on.
struct OfItemTypes {
    action: &'static str,
    item_types: &'static [ItemType],
    answer: fn(&mut Call, ItemType) -> Answer,
    does: &'static str,
    errors: &'static [&'static str],
}

struct Plain {
    name: &'static str,
    who: Who,
    answer: fn(&mut Call) -> Answer,
    does: &'static str,
    errors: &'static [&'static str],
}

const EVERY_TYPE: &[ItemType] = &ItemType::ALL;

const OF_ITEM_TYPES: &[OfItemTypes] = &[
    OfItemTypes {
        action: "",
        item_types: EVERY_TYPE,
        answer: list::answer,
        does: "lists the services of the type, page by page",
        errors: &[],
    },
    OfItemTypes {
        action: "order.param",
        item_types: EVERY_TYPE,
        answer: order_param::answer,
        does: "shows the form of an order; with `sok=ok` orders",
        errors: &["value", "balance"],
    },
    OfItemTypes {
        action: "edit",
        item_types: EVERY_TYPE,
        answer: edit::answer,
        does: "shows a service as a form; with `sok=ok` changes it",
        errors: &["missed", "value"],
    },
    OfItemTypes {
        action: "delete",
        item_types: EVERY_TYPE,
        answer: delete::answer,
        does: "deletes one or several services",
        errors: &["missed", "pricelist_min_order"],
    },
];

const PLAIN: &[Plain] = &[
    Plain {
        name: "basket",
        who: Who::Client,
        answer: basket::answer,
        does: "shows what waits for its payment",
        errors: &[],
    },
    Plain { name: "logoff", who: Who::Client, answer: logoff::answer, does: "ends the session", errors: &[] },
    Plain {
        name: "pricelist.export",
        who: Who::Client,
        answer: pricelist_export::answer,
        does: "gives the tariffs with their periods and prices",
        errors: &["value"],
    },
    Plain {
        name: "service.prolong",
        who: Who::Client,
        answer: service_prolong::answer,
        does: "shows what a renewal would give; with `sok=ok` renews",
        errors: &["missed", "value", "prolong", "balance"],
    },
    Plain {
        name: "session.newkey",
        who: Who::Client,
        answer: session_newkey::answer,
        does: "keeps a one-time login key",
        errors: &["access", "value"],
    },
    Plain { name: "subaccount", who: Who::Client, answer: subaccount::answer, does: "gives the balance", errors: &[] },
    Plain { name: "whoami", who: Who::Client, answer: whoami::answer, does: "tells who is logged in", errors: &[] },
];

/// Functions that exist, but for the administrators of a BILLmanager only.
const ADMINISTRATORS: &[&str] = &[
    "account",
    "account.edit",
    "addition.open",
    "addition.resume",
    "addition.setfilter",
    "addition.su",
    "addition.suspend",
    "expense.edit",
    "expense.setfilter",
    "expense.su",
    "itemtype",
    "paymethod",
    "pricelist",
    "pricelist.edit",
    "pricelist.history",
    "processing",
    "soft.open",
    "soft.setfilter",
    "soft.su",
    "softexternal.open",
    "softexternal.setfilter",
    "softexternal.su",
    "su",
    "tool.fixedprices",
    "user",
    "user.edit",
];

/// Documented functions that are not modelled: refused loudly instead of being denied.
const NOT_MODELLED: &[&str] = &[
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
