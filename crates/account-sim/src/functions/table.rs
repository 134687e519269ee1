//! Every function of the account that a public document names: who may call it, what it does, with which errors it
//! may refuse, and the code that answers it. Whatever is not here is unknown to the account too.

use serde::Serialize;

use super::{Answer, Call, done};
use super::{account, basket, certificate_csr, change_tariff, checkip, delete, edit, expense, filter, groupedit};
use super::{history, list, order, order_param, payment, pricelist_export, service_prolong, session, session_newkey};
use super::{subaccount, suspension, whoami};
use crate::state::assumptions::{Assumptions, PriceListAccess};
use crate::state::refusal::Refusal;
use crate::state::tariff::ItemType::{self, Addition, Soft, Softexternal};
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
    let login = "opens a session by password, `authinfo`, one-time key or an open session";
    let auth = std::iter::once(described("auth", Who::Anybody, login, &["auth", "access"]));
    let administrators =
        ADMINISTRATORS.iter().map(|name| described(name, Who::Administrator, "belongs to administrators", &["access"]));
    let missing = NOT_MODELLED.iter().map(|name| described(name, Who::Nobody, "is not modelled", &[]));
    typed.chain(plain).chain(auth).chain(administrators).chain(missing).collect()
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

/// Whether somebody who is not logged in gets an answer, as the EU account would.
pub fn is_open(func: &str, assumptions: &Assumptions) -> bool {
    match func {
        "pricelist.export" => assumptions.u14_price_list == PriceListAccess::Public,
        _ => PLAIN.iter().any(|row| row.name == func && row.who == Who::Anybody),
    }
}

pub fn answer(call: &mut Call) -> Answer {
    let func = call.request.func();
    let function = || func.to_owned();
    // Only administrators act as somebody else.
    if call.request.get("su").is_some_and(|user| !user.is_empty() && *user != *call.login) {
        return Err(Refusal::access(func));
    }
    let needs_second_factor = call.world.settings.totp.contains(&*call.login);
    if needs_second_factor && func != "logoff" && !is_open(func, &call.world.settings.assumptions) {
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
    Err(if ADMINISTRATORS.contains(&func) {
        Refusal::access(func)
    } else if NOT_MODELLED.contains(&func) {
        Refusal::NotModelled { function: function() }
    } else {
        Refusal::UnknownFunction { function: function() }
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

const fn client(
    name: &'static str,
    answer: fn(&mut Call) -> Answer,
    does: &'static str,
    errors: &'static [&'static str],
) -> Plain {
    Plain { name, who: Who::Client, answer, does, errors }
}

const EVERY_TYPE: &[ItemType] = &ItemType::ALL;

const OF_ITEM_TYPES: &[OfItemTypes] = &[
    OfItemTypes {
        action: "",
        item_types: EVERY_TYPE,
        answer: list::answer,
        does: "lists the services of the type, page by page, sorted and filtered",
        errors: &[],
    },
    OfItemTypes {
        action: "filter",
        item_types: EVERY_TYPE,
        answer: filter::answer,
        does: "shows the filter of the list; with `sok=ok` sets it for the session",
        errors: &[],
    },
    OfItemTypes {
        action: "order",
        item_types: EVERY_TYPE,
        answer: order::answer,
        does: "offers the tariffs of the type for a period",
        errors: &["value"],
    },
    OfItemTypes {
        action: "order.pricelist",
        item_types: EVERY_TYPE,
        answer: order::answer,
        does: "offers the tariffs of the type for a period",
        errors: &["value"],
    },
    OfItemTypes {
        action: "order.param",
        item_types: EVERY_TYPE,
        answer: order_param::answer,
        does: "shows the form of an order; with `sok=ok` orders",
        errors: &["value", "balance", "exists", "missed", "msg"],
    },
    OfItemTypes {
        action: "edit",
        item_types: EVERY_TYPE,
        answer: edit::answer,
        does: "shows a service as a form; with `sok=ok` changes it",
        errors: &["missed", "value", "msg"],
    },
    OfItemTypes {
        action: "delete",
        item_types: EVERY_TYPE,
        answer: delete::answer,
        does: "deletes one or several services",
        errors: &["missed", "pricelist_min_order", "access"],
    },
    OfItemTypes {
        action: "suspend",
        item_types: &[Addition, Softexternal, Soft],
        answer: suspension::suspend,
        does: "suspends one or several licences, which stay paid; modules only if `u12_module_suspension` allows it",
        errors: &["missed", "msg", "access"],
    },
    OfItemTypes {
        action: "resume",
        item_types: &[Addition, Softexternal, Soft],
        answer: suspension::resume,
        does: "lets suspended licences run again; modules only if `u12_module_suspension` allows it",
        errors: &["missed", "msg", "access"],
    },
];

const PLAIN: &[Plain] = &[
    client("accountinfo", account::info, "gives balance, credit limit and currency", &[]),
    client(
        "basket",
        basket::answer,
        "shows what waits for its payment; takes out one item or all",
        &["missed", "value", "promocode_not_use"],
    ),
    client(
        "certificate.order.csr",
        certificate_csr::answer,
        "makes up a request for a certificate and its key",
        &["value", "msg"],
    ),
    client("dashboard.info", account::dashboard, "gives balance, credit limit and currency as a list", &[]),
    client("expense", expense::answer, "lists what was debited", &[]),
    client("expense.filter", filter::of_expenses, "shows or sets the filter of `expense`", &[]),
    client(
        "groupedit",
        groupedit::answer,
        "renews several services",
        &["missed", "value", "prolong", "balance", "msg"],
    ),
    client("keepalive", session::keep, "keeps the session open", &[]),
    Plain {
        name: "logon",
        who: Who::Anybody,
        answer: session::form,
        does: "shows the form of a login; with `username` does what `auth` does",
        errors: &["auth"],
    },
    client("logoff", session::end, "ends the session", &[]),
    client("logout", session::end, "ends the session", &[]),
    client("payment", payment::answer, "lists what was paid in", &[]),
    client("payment.filter", filter::of_payments, "shows or sets the filter of `payment`", &[]),
    client("pricelist.export", pricelist_export::answer, "gives the tariffs with their periods and prices", &["value"]),
    client(
        "service.changepricelist",
        change_tariff::first_step,
        "offers other tariffs for a licence; with `sok=ok` changes",
        &["missed", "value", "balance", "msg"],
    ),
    client(
        "service.changepricelist.pricelist",
        change_tariff::second_step,
        "tells what another tariff costs",
        &["missed", "value", "msg"],
    ),
    client(
        "service.changepricelist.getmoney",
        change_tariff::third_step,
        "tells what another tariff costs; with `sok=ok` changes",
        &["missed", "value", "balance", "msg"],
    ),
    client("service.history", history::answer, "lists what was paid for a service", &["missed"]),
    client(
        "service.prolong",
        service_prolong::answer,
        "shows what a renewal would give; with `sok=ok` renews",
        &["missed", "value", "prolong", "balance", "msg"],
    ),
    client("session.newkey", session_newkey::answer, "keeps a one-time login key", &["access", "value"]),
    client(
        "soft.checkip",
        checkip::answer,
        "tells whether an address is free for a licence",
        &["value", "exists", "msg"],
    ),
    client("subaccount", subaccount::answer, "gives the balance", &[]),
    client("usrparam", account::user_settings, "shows the user's settings", &[]),
    client("whoami", whoami::answer, "tells who is logged in", &[]),
];

/// Functions that exist, but for the administrators of a BILLmanager only.
const ADMINISTRATORS: &[&str] = &[
    "account",
    "account.edit",
    "addition.open",
    "addition.setfilter",
    "addition.su",
    "certificate.open",
    "certificate.setfilter",
    "certificate.su",
    "expense.edit",
    "expense.setfilter",
    "expense.su",
    "itemtype",
    "payment.setfilter",
    "payment.su",
    "paymethod",
    "pricelist",
    "pricelist.edit",
    "pricelist.history",
    "processing",
    "processing.edit",
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

/// Documented functions that are not modelled: refused loudly instead of being denied. Paying is done on pages, the
/// others have answers of which nothing is public or sell nothing of this account.
const NOT_MODELLED: &[&str] = &[
    "menu",
    "order",
    "payment.add",
    "payment.add.method",
    "payment.add.pay",
    "platform",
    "platform.edit",
    "platform.order.param",
    "service.instruction.html",
    "v2.addition.order.param",
    "v2.certificate.order.param",
    "v2.soft.order.param",
    "v2.softexternal.order.param",
];
