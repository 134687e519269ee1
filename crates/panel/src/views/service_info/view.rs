//! The client's markup: status, end, the service's data and WHMCS's own pages for what comes next.

use ispnoc_wire::{InfoRow, Link, Message, ServiceInfo};
use leptos::prelude::*;

use super::model::{in_words, urgency};
use super::theme;
use crate::parts::{Asked, El, button, copy, date, days_until, el, result};
use crate::texts::Texts;
use crate::views::place::Place;

pub fn view(place: Place) -> El {
    place.move_into(theme::PANE);
    let Place { relay, texts, service, node, .. } = place;
    let info = Asked::<ServiceInfo>::new();
    info.ask(&relay, Message::ServiceInfo { service });
    el("div", "ispnoc ispnoc-info").child(result().child(info.state(texts))).child(el("div", "").live(move || {
        info.map(|info| {
            theme::hide_doubled_rows(&node, &info.rows);
            shown(info, texts)
        })
    }))
}

fn shown(info: &ServiceInfo, texts: &'static Texts) -> Vec<El> {
    let mut list = el("dl", "ispnoc-list")
        .child(el("dt", "").child(texts.status()))
        .child(el("dd", "").attr("data-ispnoc-row", "status").child(info.status.as_str()));
    if let Some(day) = info.valid_until.as_deref() {
        let left = days_until(day).map(|days| {
            let tone = urgency(days).map_or("", |tone| tone.class());
            el("span", &["ispnoc-days ", tone].concat()).child(in_words(days, texts))
        });
        let until = el("dd", "").attr("data-ispnoc-row", "valid_until").child(date(day, &texts.language)).child(left);
        list = list.child(el("dt", "").child(texts.valid_until())).child(until);
    }
    for data in &info.rows {
        list = list.child(el("dt", "").child(data.label.as_str())).child(value(data, texts));
    }
    let link = |link: &Link| el("a", "ispnoc-button").attr("href", &link.url).child(link.label.as_str());
    vec![list, el("div", "ispnoc-bar").child(info.links.iter().map(link).collect::<Vec<_>>())]
}

fn value(data: &InfoRow, texts: &'static Texts) -> El {
    let shown = RwSignal::new(!data.hidden);
    let text = data.value.clone();
    let code = el("code", "").live(move || if shown.get() { text.clone() } else { "••••••••".to_owned() });
    let toggle = data.hidden.then(|| {
        let label = el("span", "").live(move || if shown.get() { texts.hide() } else { texts.show() });
        button("show", label, move || shown.update(|shown| *shown = !*shown))
    });
    let uncover = move || {
        shown.try_set(true);
    };
    let copy = (data.copy && !data.value.is_empty()).then(|| copy(data.value.clone(), &code, texts, uncover));
    el("dd", "").attr("data-ispnoc-row", &data.name).child(code).child(toggle).child(copy)
}
