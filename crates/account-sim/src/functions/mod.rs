//! The billing functions, about one file each, and `table`, which says which there are. Those of the item types
//! (`addition.*`, `softexternal.*`, `soft.*`, `certificate.*`) differ only by the type, so one file serves them all.

mod account;
pub mod auth;
mod basket;
mod certificate_csr;
mod change_tariff;
mod checkip;
mod delete;
mod edit;
mod expense;
mod filter;
mod groupedit;
mod history;
mod list;
mod order;
mod order_param;
mod page;
mod payment;
mod pricelist_export;
mod service_prolong;
mod session;
mod session_newkey;
mod subaccount;
mod suspension;
pub mod table;
mod whoami;

pub use table::{answer, is_open};

use std::collections::BTreeSet;

use crate::state::World;
use crate::state::account::{Account, Login};
use crate::state::assumptions::ShortBalance;
use crate::state::money::Minor;
use crate::state::order::Purchase;
use crate::state::period::Period;
use crate::state::quirks::UnpaidLink;
use crate::state::refusal::Refusal;
use crate::state::service::{Service, ServiceId, Status};
use crate::state::session::Sessions;
use crate::state::tariff::{ItemType, Tariff, TariffId};
use crate::wire::document::{Document, Element, Kind};
use crate::wire::lang::Lang;
use crate::wire::request::Request;

/// A request of somebody who is logged in.
pub struct Call<'a> {
    pub world: &'a mut World,
    pub sessions: &'a mut Sessions,
    pub login: Login,
    pub request: &'a Request,
    pub lang: Lang,
}

type Answer = Result<Document, Refusal>;

impl Call<'_> {
    fn account(&self) -> Result<&Account, Refusal> {
        self.world.account(&self.login).ok_or(Refusal::AuthorizationRequired)
    }

    /// The tariff that `pricelist` names, if it is one of the type.
    fn tariff(&self, item_type: ItemType) -> Result<&Tariff, Refusal> {
        let text = self.request.text("pricelist");
        TariffId::parse(text)
            .and_then(|id| self.world.tariff(&self.login, id))
            .filter(|tariff| tariff.item_type == item_type)
            .ok_or_else(|| Refusal::invalid("pricelist", text))
    }

    /// An amount of money of the account, as people read it.
    fn money(&self, amount: Minor) -> Result<String, Refusal> {
        Ok(self.world.settings.quirks.money.amount(amount, self.account()?.currency()))
    }

    /// What a period costs the account, as people read it.
    fn price(&self, price: Minor, period: Period) -> Result<String, Refusal> {
        let money = self.world.settings.quirks.money;
        Ok(money.price(price, self.account()?.currency(), &self.lang.period(period)))
    }

    /// The select list of periods.
    fn periods(&self, periods: impl IntoIterator<Item = Period>) -> Element {
        Element::select("period", periods.into_iter().map(|period| (period, self.lang.period(period))))
    }

    /// The select list of auto-renewal: off, or one of the periods.
    fn autoprolong(&self, periods: impl IntoIterator<Item = Period>) -> Element {
        let choices = std::iter::once(None).chain(periods.into_iter().map(Some));
        Element::select("autoprolong", choices.map(|period| (autoprolong_key(period), self.lang.autoprolong(period))))
    }
}

/// Auto-renewal as forms name it.
fn autoprolong_key(period: Option<Period>) -> String {
    period.map_or_else(|| "null".to_owned(), |period| period.to_string())
}

/// The one service that `elid` names.
fn one_service(call: &Call) -> Result<ServiceId, Refusal> {
    ServiceId::parse(call.request.text("elid")).ok_or(Refusal::UnknownItem)
}

/// The services that `elid` names, separated by commas; each once.
fn several_services(call: &Call) -> Result<Vec<ServiceId>, Refusal> {
    let ids = call.request.text("elid").split(',').map(|text| ServiceId::parse(text).ok_or(Refusal::UnknownItem));
    let mut seen = BTreeSet::new();
    ids.filter(|id| id.as_ref().map_or(true, |&id| seen.insert(id))).collect()
}

fn done(ok: Element) -> Document {
    Document::new(Kind::Done, vec![ok])
}

/// The answer of what leads nowhere.
fn ok() -> Answer {
    Ok(done(Element::leaf("ok", "")))
}

/// The answer to a purchase that waits for its payment, whatever was bought.
fn unpaid(order: &str, link: UnpaidLink) -> Document {
    let ok = match link {
        UnpaidLink::Basket => Element::leaf("ok", "func=basket").with("type", "list"),
        UnpaidLink::PaymentPage => Element::leaf("ok", format!("https://pay.example/{order}")).with("type", "url"),
    };
    Document::new(Kind::Done, vec![Element::leaf("billorder", order), ok])
}

fn purchased(call: &Call, purchase: Purchase, paid: impl FnOnce(ServiceId) -> Document) -> Document {
    match purchase {
        Purchase::Paid(id) => paid(id),
        Purchase::Unpaid { order, service } => {
            let mut document = unpaid(&order, call.world.settings.quirks.unpaid_link);
            if call.world.settings.assumptions.u3_short_balance == ShortBalance::UnpaidWithId {
                document.body.insert(0, Element::leaf("id", service));
            }
            document
        }
    }
}

/// What the fields `expiredate`, `real_expiredate` and `billdaily` of a service say: a service that is charged day by
/// day has a text in place of its date.
fn expiry(call: &Call, service: &Service) -> [Element; 3] {
    let date = match service.status {
        Status::Ordered | Status::Processing if service.unpaid => String::new(),
        _ => service.expires.to_string(),
    };
    let daily = call.world.settings.quirks.billdaily.contains(&service.tariff);
    [
        Element::leaf("expiredate", if daily { call.lang.daily_charges() } else { &date }),
        Element::leaf("real_expiredate", &date),
        Element::leaf("billdaily", if daily { "on" } else { "off" }),
    ]
}
