//! The preview's markup: a row per field and the order form that comes of them.

use ispnoc_domain::{Field, TariffId};
use ispnoc_wire::{FieldCheck, FieldRow, Fields, Message};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::model::{any_missing, filled_by, order_form, state, state_class, tariff};
use crate::native;
use crate::parts::{Asked, El, Tone, button, copy, el, focus_result, notice, result};
use crate::relay::Relay;
use crate::texts::Texts;
use crate::views::place::Place;

/// What a field of the order form needs to be judged.
#[derive(Clone)]
struct Asking {
    relay: Relay,
    product: u32,
}

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

    let asking = Asking { relay: relay.clone(), product };
    let create = button("create-fields", texts.create_missing(), move || {
        if let Some(tariff) = chosen.get_untracked() {
            focus_result();
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
            result()
                .child(fields.state(texts))
                .child(el("div", "").live(move || done().then(|| notice(Tone::Good, texts.fields_created())))),
        )
        .child(el("div", "").live(move || {
            let tariff = chosen.get()?;
            fields.map(|fields| form(fields, tariff, &asking, texts))
        }))
}

fn rows(fields: &Fields, texts: &'static Texts) -> El {
    let head = [texts.field(), texts.field_filled_by(), texts.field_state(), texts.for_emails()];
    let head: Vec<El> = head.into_iter().map(|label| el("th", "").attr("scope", "col").child(label)).collect();
    // Where the table is narrow its head is not shown, and each cell says what it is.
    let cell = |label: &str| el("td", "").attr("data-label", label);
    let row = |row: &FieldRow| {
        let merge = Field::merge_field(&row.name);
        let (merge, text) = (el("code", "").child(merge.as_str()), merge);
        let copy = copy(text, &merge, texts, || {});
        let staff_only = row.admin_only.then(|| el("span", "ispnoc-muted").child(texts.admin_only()));
        el("tr", "")
            .attr("data-ispnoc-field", &row.name)
            .child(
                el("td", "")
                    .child(el("code", "").child(row.name.as_str()))
                    .child(el("span", "ispnoc-muted").child(row.friendly.as_str())),
            )
            .child(cell(texts.field_filled_by()).child(filled_by(row, texts)).child(staff_only))
            .child(
                cell(texts.field_state())
                    .child(el("span", state_class(row.state)).child(state(row.state, texts)))
                    .child(
                        row.differences
                            .iter()
                            .map(|told| el("span", "ispnoc-muted").child(told.as_str()))
                            .collect::<Vec<_>>(),
                    ),
            )
            .child(cell(texts.for_emails()).child(merge).child(copy))
    };
    el("table", "ispnoc-table")
        .child(el("caption", "").child(texts.fields_of(&fields.tariff)))
        .child(el("thead", "").child(el("tr", "").child(head)))
        .child(el("tbody", "").child(fields.rows.iter().map(row).collect::<Vec<_>>()))
}

/// The order form as the client will meet it: what is typed is judged by the rules of the real one, and nothing is kept.
fn form(fields: &Fields, tariff: TariffId, asking: &Asking, texts: &'static Texts) -> El {
    let asked = order_form(fields);
    let hint = if asked.is_empty() { texts.order_form_empty() } else { texts.try_form() };
    el("div", "ispnoc-form")
        .attr("role", "group")
        .attr("aria-label", texts.order_form())
        .child(el("p", "ispnoc-heading").child(texts.order_form()))
        .child(el("p", "ispnoc-muted").child(hint))
        .child(asked.iter().map(|row| asked_field(row, tariff, asking)).collect::<Vec<_>>())
}

fn asked_field(row: &FieldRow, tariff: TariffId, asking: &Asking) -> El {
    let star = row.required.then(|| el("span", "ispnoc-required").attr("aria-hidden", "true").child(" *"));
    let check = Asked::<FieldCheck>::new();
    let complaint = move || check.map(|check| check.complaint.clone()).flatten();
    let Asking { relay, product } = asking.clone();
    let field = row.name.clone();
    let input = el("input", "")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .live_attr("aria-invalid", move || complaint().map(|_| "true".to_owned()))
        .on("change", move |event| {
            // A change of WHMCS's own fields is none of this.
            event.stop_propagation();
            let value = event_target_value(&event);
            check.ask(&relay, Message::CheckField { product, tariff, field: field.clone(), value });
        })
        .on("keydown", |event| {
            // Enter would save WHMCS's product.
            if event.unchecked_ref::<KeyboardEvent>().key() == "Enter" {
                event.prevent_default();
            }
        });
    el("div", "ispnoc-asked")
        .attr("data-ispnoc-asked", &row.name)
        .child(el("label", "").child(el("span", "").child(row.friendly.as_str()).child(star)).child(input))
        .child(
            el("div", "")
                .attr("aria-live", "polite")
                .live(move || complaint().map(|told| notice(Tone::Warning, &told))),
        )
}
