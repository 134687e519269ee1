//! The picker's markup: a combobox over the price list and, below it, the choice in words.

use std::sync::atomic::{AtomicUsize, Ordering};

use ispnoc_domain::Tariff;
use ispnoc_wire::{Message, TariffList};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::model::{Choice, Found, lacking_cycles, step};
use crate::native;
use crate::parts::{Asked, Tone, age, button, money, notice};
use crate::texts::Texts;
use crate::views::Place;

/// Ids tie the input to its list; a page may hold several pickers.
static NEXT_ID: AtomicUsize = AtomicUsize::new(1);

pub fn view(place: Place) -> AnyView {
    let Place { relay, texts, product, node, .. } = place;
    let own_id = NEXT_ID.fetch_add(1, Ordering::Relaxed);
    let list = Asked::<TariffList>::new();
    let stored = RwSignal::new(native::product_id(&node).unwrap_or_default());
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        list.answer
            .with(|list| list.as_ref().map_or_else(Found::default, |list| Found::of(&list.tariffs, &query.read())))
    });

    let server_group = native::server_group(&node);
    list.ask(&relay, Message::Tariffs { product, server_group });
    native::announce_product_id(&node);
    let beside = StoredValue::new_local(node.clone());
    native::on_product_id(&node, move || {
        beside.try_with_value(|node| stored.try_set(native::product_id(node).unwrap_or_default()));
    });

    let close = move || {
        open.set(false);
        query.set(String::new());
        active.set(0);
    };
    let choose = move |tariff: &Tariff| {
        beside.with_value(|node| native::choose(node, tariff.id, &tariff.name));
        close();
    };
    let move_to = move |forward: bool| {
        active.update(|position| *position = step(*position, found.read_untracked().len(), forward));
        show_option(own_id, active.get_untracked());
    };
    let press = move |event: KeyboardEvent| {
        let was_open = open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if was_open => move_to(event.key() == "ArrowDown"),
            "ArrowDown" | "ArrowUp" => open.set(true),
            "Enter" if was_open => {
                if let Some(tariff) = found.with_untracked(|found| found.row(active.get_untracked()).cloned()) {
                    choose(&tariff);
                }
            }
            // Enter would submit WHMCS's form, also while the list is closed.
            "Enter" => {}
            "Escape" if was_open => close(),
            _ => return,
        }
        event.prevent_default();
    };

    let rows = move |tariffs: &[Tariff], first: usize| {
        tariffs
            .iter()
            .enumerate()
            .map(|(offset, tariff)| option(own_id, first + offset, tariff.clone(), active, stored, texts, choose))
            .collect_view()
    };
    let group = move |label: &'static str, tariffs: &[Tariff], first: usize| {
        (!tariffs.is_empty()).then(|| {
            view! {
                <div role="group" aria-label=label>
                    <div class="ispnoc-group" aria-hidden="true">{label}</div>
                    {rows(tariffs, first)}
                </div>
            }
        })
    };
    let options = move || {
        if !open.get() || list.answer.with(Option::is_none) {
            return None;
        }
        let found = found.read();
        Some(view! {
            <div class="ispnoc-options" role="listbox" id=list_id(own_id) aria-label=texts.search
                // The input keeps the focus, so that a press on the scroll bar does not close the list.
                on:mousedown=|event| event.prevent_default()>
                {group(texts.ispmanager_modules, &found.modules, 0)}
                {group(texts.other_software, &found.software, found.modules.len())}
                {(found.len() == 0).then(|| view! { <p class="ispnoc-muted">{texts.nothing_found}</p> })}
                {(found.left_off > 0).then(|| view! { <p class="ispnoc-muted">{(texts.more_found)(found.left_off)}</p> })}
            </div>
        })
    };

    view! {
        <div class="ispnoc ispnoc-picker">
            <div class="ispnoc-bar">
                <input type="text" class="ispnoc-search" role="combobox" autocomplete="off" spellcheck="false"
                    placeholder=texts.search_hint aria-label=texts.search aria-autocomplete="list"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=list_id(own_id)
                    aria-activedescendant=move || {
                        (open.get() && found.read().len() > 0).then(|| option_id(own_id, active.get()))
                    }
                    prop:value=move || query.get()
                    on:input=move |event| {
                        query.set(event_target_value(&event));
                        active.set(0);
                        open.set(true);
                    }
                    on:click=move |_| open.set(true)
                    on:blur=move |_| close()
                    on:keydown=press />
                {button("refresh-tariffs", texts.refresh, move || list.busy.get(), move || {
                    let server_group = beside.with_value(|node| native::server_group(node));
                    list.ask(&relay, Message::RefreshTariffs { product, server_group });
                })}
            </div>
            {options}
            <div class="ispnoc-result" aria-live="polite">
                {list.state(texts)}
                {move || list.answer.with(|list| list.as_ref().map(|list| choice(list, &stored.read(), texts)))}
            </div>
        </div>
    }
    .into_any()
}

fn option(
    own_id: usize,
    position: usize,
    tariff: Tariff,
    active: RwSignal<usize>,
    stored: RwSignal<String>,
    texts: &'static Texts,
    choose: impl Fn(&Tariff) + 'static,
) -> impl IntoView {
    let id = tariff.id.0.to_string();
    let name = tariff.name.clone();
    let clicked = tariff.clone();
    let prices = prices(&tariff, texts);
    let selected = *stored.read_untracked() == id;
    view! {
        <div class="ispnoc-option" role="option" id=option_id(own_id, position) data-ispnoc-tariff=id
            aria-selected=if selected { "true" } else { "false" }
            class:ispnoc-active=move || active.get() == position
            on:click=move |_| choose(&clicked)>
            <span class="ispnoc-name">{name}</span>
            <span class="ispnoc-id">{tariff.id.0}</span>
            <span class="ispnoc-prices">{prices}</span>
        </div>
    }
}

/// What the native control holds, whether it will work, and how far the list can be trusted.
fn choice(list: &TariffList, stored: &str, texts: &'static Texts) -> impl IntoView + use<> {
    let warn = |text: String| notice(Tone::Warning, text);
    let in_words = match Choice::of(stored, &list.tariffs) {
        Choice::None => view! { <p class="ispnoc-chosen">{texts.nothing_chosen}</p> }.into_any(),
        Choice::Unknown(id) => warn((texts.unknown_id)(&id)).into_any(),
        Choice::Tariff(tariff) => view! {
            <p class="ispnoc-chosen">
                {texts.chosen} " " <b>{tariff.name.clone()}</b> " " <span class="ispnoc-id">{tariff.id.0}</span>
                <span class="ispnoc-prices">{prices(&tariff, texts)}</span>
            </p>
            {lacking_cycles(list, &tariff).map(|cycles| warn((texts.lacking_cycles)(&cycles)))}
        }
        .into_any(),
    };
    let source = match &list.fetched_at {
        Some(at) => (texts.list_from)(&list.server, &age(at, texts.language)),
        None => (texts.list_never_asked)(&list.server),
    };
    view! {
        {in_words}
        {list.notice.clone().map(warn)}
        <p class="ispnoc-muted">{source}</p>
    }
}

/// `1 month €10.00 · 12 months €108.00`
fn prices(tariff: &Tariff, texts: &Texts) -> String {
    let one =
        |price: &ispnoc_domain::Price| [(texts.months)(price.months), money(&price.cost, texts.language)].join(" ");
    tariff.prices.iter().map(one).collect::<Vec<_>>().join(" · ")
}

fn list_id(own_id: usize) -> String {
    format!("ispnoc-list-{own_id}")
}

fn option_id(own_id: usize, position: usize) -> String {
    format!("ispnoc-option-{own_id}-{position}")
}

fn show_option(own_id: usize, position: usize) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Some(option) = document().get_element_by_id(&option_id(own_id, position)) {
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
