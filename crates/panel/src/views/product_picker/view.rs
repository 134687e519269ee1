//! The picker's markup: a combobox over the price list and, below it, the choice in words.

use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ispnoc_domain::{Money, Price, Tariff};
use ispnoc_wire::{Message, TariffList};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::model::{Choice, Found, PriceRow, lacking_cycles, lacks_period, price_rows, step};
use crate::native;
use crate::parts::{Asked, El, Tone, age, button, el, money, notice};
use crate::texts::Texts;
use crate::views::place::Place;

/// Ids tie the input to its list; a page may hold several pickers.
static NEXT_ID: AtomicUsize = AtomicUsize::new(1);

/// What the parts of the picker share.
struct Picker {
    texts: &'static Texts,
    id: usize,
    node: HtmlElement,
    list: Asked<TariffList>,
    /// The text of the native control.
    stored: RwSignal<String>,
    query: RwSignal<String>,
    open: RwSignal<bool>,
    /// The position of the row that Enter chooses.
    active: RwSignal<usize>,
}

pub fn view(place: Place) -> El {
    let Place { relay, texts, product, node, .. } = place;
    let picker = Rc::new(Picker {
        texts,
        id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
        list: Asked::new(),
        stored: RwSignal::new(native::product_id(&node).unwrap_or_default()),
        query: RwSignal::new(String::new()),
        open: RwSignal::new(false),
        active: RwSignal::new(0),
        node,
    });
    let list = picker.list;
    list.ask(&relay, Message::Tariffs { product, server_group: native::server_group(&picker.node) });
    native::announce_product_id(&picker.node);
    let stored = picker.stored;
    let node = picker.node.clone();
    native::on_product_id(&picker.node, move || {
        stored.try_set(native::product_id(&node).unwrap_or_default());
    });

    let node = picker.node.clone();
    let refresh = button("refresh-tariffs", texts.refresh(), move || {
        list.ask(&relay, Message::RefreshTariffs { product, server_group: native::server_group(&node) });
    });
    let options = picker.clone();
    el("div", "ispnoc ispnoc-picker")
        .child(
            el("div", "ispnoc-bar").child(picker.input()).child(refresh.live_flag("disabled", move || list.is_busy())),
        )
        .child(el("div", "").live(move || options.options()))
        .child(
            el("div", "ispnoc-result")
                .attr("aria-live", "polite")
                .child(list.state(texts))
                .child(el("div", "").live(move || list.map(|list| choice(list, &stored.read(), texts)))),
        )
}

impl Picker {
    fn input(self: &Rc<Self>) -> El {
        let Self { query, open, active, .. } = **self;
        let (closing, pressed, described) = (self.clone(), self.clone(), self.clone());
        el("input", "ispnoc-search")
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", self.texts.search_hint())
            .attr("aria-label", self.texts.search())
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", &list_id(self.id))
            .live_attr("aria-expanded", move || Some(open.get().to_string()))
            .live_attr("aria-activedescendant", move || {
                (open.get() && described.found().len() > 0).then(|| option_id(described.id, active.get()))
            })
            .follow(move |input| {
                let input: &HtmlInputElement = input.unchecked_ref();
                if input.value() != *query.read() {
                    input.set_value(&query.read());
                }
            })
            .on("input", move |event| {
                query.set(event_target_value(&event));
                active.set(0);
                open.set(true);
            })
            .on("click", move |_| open.set(true))
            .on("blur", move |_| closing.close())
            .on("keydown", move |event| {
                if pressed.press(&event.unchecked_ref::<KeyboardEvent>().key()) {
                    event.prevent_default();
                }
            })
    }

    /// Handles a key; `false` leaves it to the browser.
    fn press(&self, key: &str) -> bool {
        let was_open = self.open.get_untracked();
        match key {
            "ArrowDown" | "ArrowUp" if was_open => {
                let rows = untrack(|| self.found().len());
                self.active.update(|position| *position = step(*position, rows, key == "ArrowDown"));
                show_option(self.id, self.active.get_untracked());
            }
            "ArrowDown" | "ArrowUp" => self.open.set(true),
            "Enter" if was_open => {
                let found = untrack(|| self.found());
                if let Some(tariff) = found.row(self.active.get_untracked()) {
                    self.choose(tariff);
                }
            }
            // Enter would submit WHMCS's form, also while the list is closed.
            "Enter" => {}
            "Escape" if was_open => self.close(),
            _ => return false,
        }
        true
    }

    fn found(&self) -> Found {
        self.list.map(|list| Found::of(&list.tariffs, &self.query.read())).unwrap_or_default()
    }

    fn choose(&self, tariff: &Tariff) {
        native::choose(&self.node, tariff.id, &tariff.name);
        self.close();
    }

    fn close(&self) {
        self.open.try_set(false);
        self.query.try_set(String::new());
        self.active.try_set(0);
    }

    fn options(self: &Rc<Self>) -> Option<El> {
        let texts = self.texts;
        if !self.open.get() || self.list.map(|_| ()).is_none() {
            return None;
        }
        let Found { modules, software, left_off } = self.found();
        let found = modules.len() + software.len();
        let after_modules = modules.len();
        Some(
            el("div", "ispnoc-options")
                .attr("role", "listbox")
                .attr("id", &list_id(self.id))
                .attr("aria-label", texts.search())
                // The input keeps the focus, so that a press on the scroll bar does not close the list.
                .on("mousedown", |event| event.prevent_default())
                .child(self.group(texts.ispmanager_modules(), modules, 0))
                .child(self.group(texts.other_software(), software, after_modules))
                .child((found == 0).then(|| el("p", "ispnoc-muted").child(texts.nothing_found())))
                .child((left_off > 0).then(|| el("p", "ispnoc-muted").child(texts.more_found(&left_off.to_string())))),
        )
    }

    fn group(self: &Rc<Self>, label: &str, tariffs: Vec<Tariff>, first: usize) -> Option<El> {
        if tariffs.is_empty() {
            return None;
        }
        let heading = el("div", "ispnoc-group").attr("aria-hidden", "true").child(label);
        let rows: Vec<El> =
            tariffs.into_iter().zip(first..).map(|(tariff, position)| self.option(tariff, position)).collect();
        Some(el("div", "").attr("role", "group").attr("aria-label", label).child(heading).child(rows))
    }

    fn option(self: &Rc<Self>, tariff: Tariff, position: usize) -> El {
        let picker = self.clone();
        let active = self.active;
        let id = tariff.id.0.to_string();
        let selected = *self.stored.read_untracked() == id;
        el("div", "")
            .attr("role", "option")
            .attr("id", &option_id(self.id, position))
            .attr("data-ispnoc-tariff", &id)
            .attr("aria-selected", if selected { "true" } else { "false" })
            .live_attr("class", move || {
                let class = if active.get() == position { "ispnoc-option ispnoc-active" } else { "ispnoc-option" };
                Some(class.to_owned())
            })
            .child(el("span", "ispnoc-name").child(tariff.name.as_str()))
            .child(el("span", "ispnoc-id").child(id))
            .child(prices(&tariff, self.texts))
            .on("click", move |_| picker.choose(&tariff))
    }
}

/// What the native control holds, whether it will work, and how far the list can be trusted.
fn choice(list: &TariffList, stored: &str, texts: &'static Texts) -> Vec<El> {
    let warn = |text: &str| notice(Tone::Warning, text);
    let mut shown = Vec::new();
    match Choice::of(stored, &list.tariffs) {
        Choice::None => shown.push(el("p", "ispnoc-chosen").child(texts.nothing_chosen())),
        Choice::Unknown(id) => shown.push(warn(&texts.unknown_id(&id))),
        Choice::Unchecked(id) => shown.push(chosen("", &id, texts)),
        Choice::Tariff(tariff) => {
            shown.push(chosen(&tariff.name, &tariff.id.0.to_string(), texts).child(prices(&tariff, texts)));
            shown.extend(lacking_cycles(list, &tariff).map(|cycles| warn(&texts.lacking_cycles(&cycles))));
            shown.extend(lacks_period(list, &tariff).then(|| warn(texts.no_period())));
            shown.extend(price_table(&price_rows(list, &tariff), texts));
        }
    }
    shown.extend(list.notice.as_deref().map(warn));
    let source = match &list.fetched_at {
        Some(at) => texts.list_from(&list.server, &list.origin, &age(at, &texts.language)),
        None => texts.list_never_asked(&list.server, &list.origin),
    };
    shown.push(el("p", "ispnoc-muted").child(source));
    shown
}

fn chosen(name: &str, id: &str, texts: &Texts) -> El {
    el("p", "ispnoc-chosen")
        .child([texts.chosen(), " "].concat())
        .child(el("b", "").child(name))
        .child(" ")
        .child(el("span", "ispnoc-id").child(id))
}

/// What the product's prices leave, by cycle and currency.
fn price_table(rows: &[PriceRow], texts: &Texts) -> Option<El> {
    if rows.is_empty() {
        return None;
    }
    let head = [texts.billing_cycle(), texts.cost(), texts.price(), texts.margin()];
    let head = head.map(|label| el("th", "").attr("scope", "col").child(label));
    let row = |row: &PriceRow| {
        let money = |sum: &Money| money(sum, &texts.language);
        let (class, margin) = match &row.margin {
            None => ("ispnoc-muted", texts.other_currency().to_owned()),
            Some(margin) => {
                let percent = margin.percent.map(|percent| [" · ", &percent.to_string(), "\u{a0}%"].concat());
                let told = money(&margin.rest) + percent.as_deref().unwrap_or_default();
                if margin.is_loss() {
                    ("ispnoc-state ispnoc-bad", texts.below_cost(&told))
                } else {
                    ("ispnoc-state ispnoc-good", told)
                }
            }
        };
        let cells = [row.cycle.to_owned(), money(row.cost), money(row.price)];
        el("tr", "")
            .child(Vec::from(cells.map(|cell| el("td", "").child(cell))))
            .child(el("td", "").child(el("span", class).child(margin)))
    };
    Some(
        el("table", "ispnoc-table ispnoc-margins")
            .child(el("caption", "").child(texts.prices()))
            .child(el("thead", "").child(el("tr", "").child(Vec::from(head))))
            .child(el("tbody", "").child(rows.iter().map(row).collect::<Vec<_>>())),
    )
}

/// `1 month €10.00 · 12 months €108.00`
fn prices(tariff: &Tariff, texts: &Texts) -> El {
    let one = |price: &Price| [texts.months(price.months.into()), money(&price.cost, &texts.language)].join(" ");
    el("span", "ispnoc-prices").child(tariff.prices.iter().map(one).collect::<Vec<_>>().join(" · "))
}

fn list_id(picker: usize) -> String {
    ["ispnoc-list-", &picker.to_string()].concat()
}

fn option_id(picker: usize, position: usize) -> String {
    ["ispnoc-option-", &picker.to_string(), "-", &position.to_string()].concat()
}

fn show_option(picker: usize, position: usize) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Some(option) = document().get_element_by_id(&option_id(picker, position)) {
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
