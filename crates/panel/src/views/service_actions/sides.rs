//! The two sides of a service next to each other: what WHMCS holds and what the account says now.

use ispnoc_wire::{AccountSide, Service};

use super::model::next_cost;
use crate::parts::{Asked, Child, El, date, el, money};
use crate::texts::Texts;

/// WHMCS's own page of single sign-on ("WHMCS Connect"), beside the page of the service. It lets in whom the server record admits.
const SIGN_ON_PAGE: &str = "whmcsconnect.php";

pub fn sides(service: &Service, account: Asked<AccountSide>, texts: &'static Texts) -> El {
    let cost = next_cost(service).map(|cost| money(cost, &texts.language));
    let side = |name: &str, label: &str| {
        el("div", "").attr("data-ispnoc-side", name).child(el("p", "ispnoc-heading").child(label))
    };
    el("div", "ispnoc-sides").child(side("whmcs", texts.in_whmcs()).child(whmcs(service, texts))).child(
        side("account", texts.in_account())
            .attr("aria-live", "polite")
            .child(el("div", "").live(move || account.map(|account| in_account(account, cost.clone(), texts))))
            .child(account.state(texts)),
    )
}

fn whmcs(service: &Service, texts: &Texts) -> El {
    Rows::new()
        .row("status", texts.status(), text(&service.status))
        .row("due", texts.next_due_date(), day(service.next_due_date.as_deref(), texts))
        .row("termination", texts.termination_date(), day(service.termination_date.as_deref(), texts))
        .row("cycle", texts.billing_cycle(), text(&service.billing_cycle))
        .row("tariff", texts.tariff(), text(&service.tariff))
        .row("item", texts.item(), text(&service.item))
        .row("order", texts.order_id(), order(service, texts))
        .row("server", texts.server(), text(&service.server))
        .0
}

fn in_account(account: &AccountSide, next_cost: Option<String>, texts: &Texts) -> El {
    let status = account.status.as_deref().unwrap_or(texts.no_order());
    Rows::new()
        .row("status", texts.status(), text(status))
        .row("expires", texts.expires(), day(account.expires.as_deref(), texts))
        .row("created", texts.ordered_on(), day(account.created.as_deref(), texts))
        .row("cost", texts.next_cost(), next_cost)
        .row("balance", texts.balance(), account.balance.as_ref().map(|balance| money(balance, &texts.language)))
        .0
}

struct Rows(El);

impl Rows {
    fn new() -> Self {
        Self(el("dl", "ispnoc-list"))
    }

    /// A row without a value is left out.
    fn row(self, name: &str, label: &str, value: Option<impl Child>) -> Self {
        let Some(value) = value else { return self };
        let value = el("dd", "").attr("data-ispnoc-row", name).child(value);
        Self(self.0.child(el("dt", "").child(label)).child(value))
    }
}

/// The order with the way into the account, where staff need no password.
fn order(service: &Service, texts: &Texts) -> Option<Vec<El>> {
    let id = text(&service.order_id)?;
    let link = el("a", "").attr("href", SIGN_ON_PAGE).attr("target", "_blank").child(texts.open_account());
    Some(vec![el("span", "").child([&id, "\u{a0}· "].concat()), link])
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn day(day: Option<&str>, texts: &Texts) -> Option<String> {
    day.map(|day| date(day, &texts.language))
}
