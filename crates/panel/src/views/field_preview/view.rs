//! The preview's markup: a row per field and the order form that comes of them.

use ispnoc_wire::{FieldRow, Fields, Message};
use leptos::prelude::*;

use super::model::{any_missing, filled_by, order_form, state, state_class, tariff};
use crate::native;
use crate::parts::{Asked, Tone, button, notice};
use crate::texts::Texts;
use crate::views::Place;

pub fn view(place: Place) -> AnyView {
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
                None => fields.forget(),
            }
        }
    };
    follow();
    native::on_product_id(&node, follow);

    let create = move || {
        if let Some(tariff) = chosen.get_untracked() {
            created.set(true);
            fields.ask(&relay, Message::CreateFields { product, tariff });
        }
    };
    let missing = move || fields.answer.with(|fields| fields.as_ref().is_some_and(any_missing));

    view! {
        <div class="ispnoc ispnoc-preview">
            {move || chosen.get().is_none().then(|| view! { <p class="ispnoc-muted">{texts.choose_first}</p> })}
            {move || fields.answer.with(|fields| fields.as_ref().map(|fields| rows(fields, texts)))}
            <div hidden=move || !missing()>
                {button("create-fields", texts.create_missing, move || fields.busy.get(), create)}
            </div>
            <div class="ispnoc-result" aria-live="polite">
                {fields.state(texts)}
                {move || {
                    let done = created.get() && !fields.busy.get() && fields.trouble.with(Option::is_none);
                    done.then(|| notice(Tone::Good, texts.fields_created))
                }}
            </div>
            {move || fields.answer.with(|fields| fields.as_ref().map(|fields| form(fields, texts)))}
        </div>
    }
    .into_any()
}

fn rows(fields: &Fields, texts: &'static Texts) -> impl IntoView + use<> {
    let row = |row: &FieldRow| {
        view! {
            <tr data-ispnoc-field=row.name.clone()>
                <td>
                    <code>{row.name.clone()}</code>
                    <span class="ispnoc-muted">{row.friendly.clone()}</span>
                </td>
                <td>
                    {filled_by(row, texts)}
                    {row.admin_only.then(|| view! { <span class="ispnoc-muted">{texts.admin_only}</span> })}
                </td>
                <td><span class=state_class(row.state)>{state(row.state, texts)}</span></td>
            </tr>
        }
    };
    view! {
        <table class="ispnoc-table">
            <caption>{(texts.fields_of)(&fields.tariff)}</caption>
            <thead>
                <tr>
                    <th scope="col">{texts.field}</th>
                    <th scope="col">{texts.field_filled_by}</th>
                    <th scope="col">{texts.field_state}</th>
                </tr>
            </thead>
            <tbody>{fields.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn form(fields: &Fields, texts: &'static Texts) -> impl IntoView + use<> {
    let asked = order_form(fields);
    let empty = asked.is_empty();
    let row = |row: FieldRow| {
        view! {
            <label class="ispnoc-asked">
                <span>
                    {row.friendly} {row.required.then(|| view! { <span class="ispnoc-required" aria-hidden="true">" *"</span> })}
                </span>
                <input type="text" disabled />
            </label>
        }
    };
    view! {
        <div class="ispnoc-form" role="group" aria-label=texts.order_form>
            <p class="ispnoc-heading">{texts.order_form}</p>
            {empty.then(|| view! { <p class="ispnoc-muted">{texts.order_form_empty}</p> })}
            {asked.into_iter().map(row).collect_view()}
        </div>
    }
}
