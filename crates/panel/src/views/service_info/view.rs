//! The client's markup: status, end, the service's data and WHMCS's own pages for what comes next.

use ispnoc_wire::{InfoRow, Link, Message, ServiceInfo};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::model::urgency;
use super::theme;
use crate::parts::{Asked, button, date, days_until};
use crate::texts::Texts;
use crate::views::Place;

pub fn view(place: Place) -> AnyView {
    let Place { relay, texts, service, node, .. } = place;
    let info = Asked::<ServiceInfo>::new();
    info.ask(&relay, Message::ServiceInfo { service });
    theme::move_into_pane(&node);
    Effect::new(move |_| {
        info.answer.with(|info| info.as_ref().map(|info| theme::hide_doubled_rows(&node, &info.rows)));
    });

    view! {
        <div class="ispnoc ispnoc-info">
            <div aria-live="polite">{info.state(texts)}</div>
            {move || info.answer.with(|info| info.as_ref().map(|info| shown(info, texts)))}
        </div>
    }
    .into_any()
}

fn shown(info: &ServiceInfo, texts: &'static Texts) -> impl IntoView + use<> {
    let until = info.valid_until.as_deref().map(|day| {
        let left = days_until(day).map(|days| {
            let tone = urgency(days).map_or("", |tone| tone.class());
            view! { " " <span class=["ispnoc-days ", tone].concat()>{(texts.days_left)(days)}</span> }
        });
        view! {
            <dt>{texts.valid_until}</dt>
            <dd data-ispnoc-row="valid_until">{date(day, texts.language)} {left}</dd>
        }
    });
    let link = |link: &Link| view! { <a class="ispnoc-button" href=link.url.clone()>{link.label.clone()}</a> };
    view! {
        <dl class="ispnoc-list">
            <dt>{texts.status}</dt>
            <dd data-ispnoc-row="status">{info.status.clone()}</dd>
            {until}
            {info.rows.iter().map(|data| row(data.clone(), texts)).collect_view()}
        </dl>
        <div class="ispnoc-bar">{info.links.iter().map(link).collect_view()}</div>
    }
}

fn row(data: InfoRow, texts: &'static Texts) -> impl IntoView {
    let InfoRow { name, label, value, hidden, copy } = data;
    let shown = RwSignal::new(!hidden);
    let value_node = NodeRef::<html::Code>::new();
    let text = value.clone();
    let masked = move || if shown.get() { text.clone() } else { "••••••••".to_owned() };
    let toggle = hidden.then(|| {
        let label = move || if shown.get() { texts.hide } else { texts.show };
        button("show", label, || false, move || shown.update(|shown| *shown = !*shown))
    });
    let copy = (copy && !value.is_empty()).then(|| {
        let said = RwSignal::new(texts.copy);
        let label = move || view! { <span aria-live="polite">{said.get()}</span> };
        button(
            "copy",
            label,
            || false,
            move || {
                let value = value.clone();
                // The selection is the way for pages without a clipboard, so it must show what is to be copied.
                shown.set(true);
                spawn_local(async move {
                    let done = if copied(&value).await { texts.copied } else { select(value_node, texts) };
                    said.try_set(done);
                });
            },
        )
    });
    view! {
        <dt>{label}</dt>
        <dd data-ispnoc-row=name>
            <code node_ref=value_node>{masked}</code> {toggle} {copy}
        </dd>
    }
}

/// Only secure pages have a clipboard.
async fn copied(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    !wasm_bindgen::JsValue::from(&clipboard).is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

fn select(node: NodeRef<html::Code>, texts: &'static Texts) -> &'static str {
    let selected = node.try_get_untracked().flatten().and_then(|node: HtmlElement| {
        let selection = window().get_selection().ok()??;
        selection.select_all_children(&node).ok()
    });
    if selected.is_some() { texts.selected } else { texts.copy }
}
