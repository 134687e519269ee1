//! The two sides of a service next to each other: what WHMCS holds and what the account says now.

use ispnoc_wire::{AccountSide, Service};
use leptos::prelude::*;

use super::model::next_cost;
use crate::parts::{Asked, date, money};
use crate::texts::Texts;

type Row = (&'static str, &'static str, Option<String>);

pub fn sides(service: &Service, account: Asked<AccountSide>, texts: &'static Texts) -> impl IntoView + use<> {
    let day = |day: &Option<String>| day.as_deref().map(|day| date(day, texts.language));
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let cost = next_cost(service).map(|cost| money(cost, texts.language));
    let whmcs = [
        ("status", texts.status, text(&service.status)),
        ("due", texts.next_due_date, day(&service.next_due_date)),
        ("termination", texts.termination_date, day(&service.termination_date)),
        ("cycle", texts.billing_cycle, text(&service.billing_cycle)),
        ("tariff", texts.tariff, text(&service.tariff)),
        ("item", texts.item, text(&service.item)),
        ("order", texts.order_id, text(&service.order_id)),
        ("server", texts.server, text(&service.server)),
    ];
    let account_rows = move |account: &AccountSide| {
        let status = account.status.clone().unwrap_or_else(|| texts.no_order.to_owned());
        rows([
            ("status", texts.status, Some(status)),
            ("expires", texts.expires, day(&account.expires)),
            ("created", texts.ordered_on, day(&account.created)),
            ("cost", texts.next_cost, cost.clone()),
            ("balance", texts.balance, account.balance.as_ref().map(|balance| money(balance, texts.language))),
        ])
    };
    view! {
        <div class="ispnoc-sides">
            <div data-ispnoc-side="whmcs">
                <p class="ispnoc-heading">{texts.in_whmcs}</p>
                {rows(whmcs)}
            </div>
            <div data-ispnoc-side="account" aria-live="polite">
                <p class="ispnoc-heading">{texts.in_account}</p>
                {move || account.answer.with(|account| account.as_ref().map(&account_rows))}
                {account.state(texts)}
            </div>
        </div>
    }
}

/// A row without a value is left out.
fn rows<const N: usize>(rows: [Row; N]) -> impl IntoView {
    let row = |(name, label, value): Row| {
        let value = value?;
        Some(view! {
            <dt>{label}</dt>
            <dd data-ispnoc-row=name>{value}</dd>
        })
    };
    view! { <dl class="ispnoc-list">{rows.into_iter().filter_map(row).collect_view()}</dl> }
}
