//! The preview's markup: a row per field and the order form that comes of them.

use ispnoc_wire::{FieldRow, Fields, Message};
use leptos::prelude::*;

use super::model::{any_missing, filled_by, order_form, state, state_class, tariff};
use crate::native;
use crate::parts::{Asked, El, Tone, button, el, notice};
use crate::texts::Texts;
use crate::views::place::Place;

/// The pane of WHMCS's tab "Custom Fields".
const PANE: &str = "form[name=\"packagefrm\"] #tab4";

pub fn view(place: Place) -> El {
    let row = place.node.closest("tr").ok().flatten();
    if place.move_into(PANE)
        && let Some(row) = row
    {
        // The row on the tab "Other" has given its content away.
        _ = row.set_attribute("hidden", "");
    }
    let Place { relay, texts, product, node, .. } = place;
    let fields = Asked::<Fields>::new();
    let chosen = RwSignal::new(None);
    let created = RwSignal::new(false);

    let follow = {
        let (relay, node) = (relay.clone(), node.clone());
        move || {
            let now = tariff(native::product_id(&node));
            if chosen.try_get_untracked().is_none_or(|before| before == now) {
                return;
            }
            chosen.set(now);
            created.set(false);
            match now {
                Some(tariff) => fields.ask(&relay, Message::Fields { product, tariff }),
                None => fields.take(None),
            }
        }
    };
    follow();
    native::on_product_id(&node, follow);

    let create = button("create-fields", texts.create_missing(), move || {
        if let Some(tariff) = chosen.get_untracked() {
            created.set(true);
            fields.ask(&relay, Message::CreateFields { product, tariff });
        }
    });
    let all_there = move || !fields.map(any_missing).unwrap_or(false);
    let done = move || created.get() && !fields.is_busy() && all_there();
    el("div", "ispnoc ispnoc-preview")
        .child(
            el("div", "")
                .live(move || chosen.get().is_none().then(|| el("p", "ispnoc-muted").child(texts.choose_first()))),
        )
        .child(el("div", "").live(move || fields.map(|fields| rows(fields, texts))))
        .child(create.live_flag("hidden", all_there).live_flag("disabled", move || fields.is_busy()))
        .child(
            el("div", "ispnoc-result")
                .attr("aria-live", "polite")
                .child(fields.state(texts))
                .child(el("div", "").live(move || done().then(|| notice(Tone::Good, texts.fields_created())))),
        )
        .child(el("div", "").live(move || fields.map(|fields| form(fields, texts))))
}

fn rows(fields: &Fields, texts: &'static Texts) -> El {
    let head = [texts.field(), texts.field_filled_by(), texts.field_state()];
    let head: Vec<El> = head.into_iter().map(|label| el("th", "").attr("scope", "col").child(label)).collect();
    let row = |row: &FieldRow| {
        let staff_only = row.admin_only.then(|| el("span", "ispnoc-muted").child(texts.admin_only()));
        el("tr", "")
            .attr("data-ispnoc-field", &row.name)
            .child(
                el("td", "")
                    .child(el("code", "").child(row.name.as_str()))
                    .child(el("span", "ispnoc-muted").child(row.friendly.as_str())),
            )
            .child(el("td", "").child(filled_by(row, texts)).child(staff_only))
            .child(el("td", "").child(el("span", state_class(row.state)).child(state(row.state, texts))))
    };
    el("table", "ispnoc-table")
        .child(el("caption", "").child(texts.fields_of(&fields.tariff)))
        .child(el("thead", "").child(el("tr", "").child(head)))
        .child(el("tbody", "").child(fields.rows.iter().map(row).collect::<Vec<_>>()))
}

fn form(fields: &Fields, texts: &'static Texts) -> El {
    let asked = order_form(fields);
    let empty = asked.is_empty().then(|| el("p", "ispnoc-muted").child(texts.order_form_empty()));
    let row = |row: &FieldRow| {
        let star = row.required.then(|| el("span", "ispnoc-required").attr("aria-hidden", "true").child(" *"));
        el("label", "ispnoc-asked")
            .child(el("span", "").child(row.friendly.as_str()).child(star))
            .child(el("input", "").attr("type", "text").attr("disabled", ""))
    };
    el("div", "ispnoc-form")
        .attr("role", "group")
        .attr("aria-label", texts.order_form())
        .child(el("p", "ispnoc-heading").child(texts.order_form()))
        .child(empty)
        .child(asked.iter().map(row).collect::<Vec<_>>())
}
