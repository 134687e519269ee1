//! The picker's markup: a combobox over the price list and, below it, the choice in words.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ispnoc_domain::{Index, Money, Price, Tariff};
use ispnoc_wire::{Message, TariffList};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::model::{Choice, Found, PriceRow, lacking_cycles, lacks_period, price_rows, step};
use crate::native;
use crate::parts::{Asked, El, Tone, age, button, el, money, notice};
use crate::texts::Texts;
use crate::views::place::Place;

/// Ids tie the input to its list; a page may hold several pickers.
static NEXT_ID: AtomicUsize = AtomicUsize::new(1);

/// What is drawn of the list beyond the active row: a little more than its box shows. A key must not wait for rows that nobody sees.
const AHEAD: usize = 12;
/// What is added when somebody scrolls near the end of what is drawn, in rows and in pixels.
const MORE: usize = 40;
const NEAR: i32 = 400;

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
    last: RefCell<Option<Searched>>,
    /// How many rows of the open list are drawn.
    drawn: Cell<usize>,
}

/// The last search. Whoever asks again while neither the list nor the query has changed shares what was found.
struct Searched {
    list: Arc<TariffList>,
    index: Rc<Index>,
    query: String,
    found: Rc<Found>,
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
        last: RefCell::new(None),
        drawn: Cell::new(0),
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

    let touched = picker.clone();
    native::on_text_box(&picker.node, move |name, control, event| touched.touch(name, control, event));

    let node = picker.node.clone();
    let refresh = button("refresh-tariffs", texts.refresh(), move || {
        list.ask(&relay, Message::RefreshTariffs { product, server_group: native::server_group(&node) });
    });
    let (options, told) = (picker.clone(), picker.clone());
    el("div", "ispnoc ispnoc-picker")
        .follow(move |_| told.tell_text_box())
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

    /// Whoever writes into the text box of advanced mode searches as well.
    fn touch(&self, name: &str, control: &HtmlInputElement, event: &Event) {
        match name {
            "focusout" => self.close(),
            "keydown" => {
                let key = event.unchecked_ref::<KeyboardEvent>().key();
                // While the list is closed Enter saves the product, as it always did.
                if (key != "Enter" || self.open.get_untracked()) && self.press(&key) {
                    event.prevent_default();
                }
            }
            _ => {
                self.query.set(if name == "input" { control.value() } else { String::new() });
                self.active.set(0);
                self.open.set(true);
            }
        }
    }

    /// Says to a screen reader that the text box of advanced mode has a list, and where in it one is.
    fn tell_text_box(&self) {
        let (open, active) = (self.open.get(), self.active.get());
        let Some(control) = native::text_box(&self.node) else { return };
        let option = (open && self.found().len() > 0).then(|| option_id(self.id, active));
        let told = [
            ("role", Some("combobox".to_owned())),
            ("aria-autocomplete", Some("list".to_owned())),
            ("aria-controls", Some(list_id(self.id))),
            ("aria-expanded", Some(open.to_string())),
            ("aria-activedescendant", option),
        ];
        for (name, value) in told {
            _ = match value {
                Some(value) => control.set_attribute(name, &value),
                None => control.remove_attribute(name),
            };
        }
    }

    /// Handles a key; `false` leaves it to the browser.
    fn press(&self, key: &str) -> bool {
        let was_open = self.open.get_untracked();
        match key {
            "ArrowDown" | "ArrowUp" if was_open => {
                let rows = untrack(|| self.found().len());
                self.active.update(|position| *position = step(*position, rows, key == "ArrowDown"));
                if let Some(list) = document().get_element_by_id(&list_id(self.id)) {
                    self.mark(&list, self.active.get_untracked());
                }
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

    fn found(&self) -> Rc<Found> {
        let Some(list) = self.list.answer() else { return Rc::default() };
        let query = self.query.get();
        let mut last = self.last.borrow_mut();
        let known = last.as_ref().filter(|last| Arc::ptr_eq(&last.list, &list));
        if let Some(last) = known.filter(|last| last.query == query) {
            return last.found.clone();
        }
        let index = known.map_or_else(|| Rc::new(Index::of(&list.tariffs)), |last| last.index.clone());
        let found = Rc::new(Found::of(&list.tariffs, &index, &query));
        *last = Some(Searched { list, index, query, found: found.clone() });
        found
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
        if !self.open.get() || self.list.map(|_| ()).is_none() {
            return None;
        }
        // Asked for here, so that the list is drawn anew whenever something else is found.
        let found = self.found();
        self.drawn.set(0);
        let (active, pressed, marked, scrolled) = (self.active, self.clone(), self.clone(), self.clone());
        Some(
            el("div", "ispnoc-options")
                .attr("role", "listbox")
                .attr("id", &list_id(self.id))
                .attr("aria-label", self.texts.search())
                // The input keeps the focus, so that a press on the scroll bar does not close the list.
                .on("mousedown", |event| event.prevent_default())
                .on("click", move |event| pressed.press_option(&event))
                .on("scroll", move |event| {
                    let list: Element = event_target(&event);
                    if list.scroll_top() + list.client_height() + NEAR > list.scroll_height() {
                        scrolled.draw(&list, scrolled.drawn.get() + MORE);
                    }
                })
                .child((found.len() == 0).then(|| el("p", "ispnoc-muted").child(self.texts.nothing_found())))
                .follow(move |list| marked.mark(list, active.get())),
        )
    }

    /// Shows which row Enter chooses, and draws as far as that.
    fn mark(&self, list: &Element, position: usize) {
        self.draw(list, position + AHEAD);
        if let Ok(Some(before)) = list.query_selector(".ispnoc-active") {
            before.set_class_name("ispnoc-option");
        }
        if let Ok(Some(option)) = list.query_selector(&["#", &option_id(self.id, position)].concat()) {
            option.set_class_name("ispnoc-option ispnoc-active");
        }
    }

    /// Draws the list until it has that many rows or all; below the last one it says how many were left off.
    fn draw(&self, list: &Element, wanted: usize) {
        let found = untrack(|| self.found());
        for position in self.drawn.get()..wanted.min(found.len()) {
            let Some(tariff) = found.row(position) else { return };
            if position == 0 || position == found.modules.len() {
                let is_module = position < found.modules.len();
                let label = if is_module { self.texts.ispmanager_modules() } else { self.texts.other_software() };
                _ = list.append_child(group(label).element());
            }
            if let Some(group) = list.last_element_child() {
                _ = group.append_child(self.option(tariff, position).element());
            }
            self.drawn.set(position + 1);
            if position + 1 == found.len() && found.left_off > 0 {
                let more = self.texts.more_found(&found.left_off.to_string());
                _ = list.append_child(el("p", "ispnoc-muted").child(more).element());
            }
        }
    }

    fn option(&self, tariff: &Tariff, position: usize) -> El {
        let id = tariff.id.0.to_string();
        let selected = *self.stored.read_untracked() == id;
        el("div", "ispnoc-option")
            .attr("role", "option")
            .attr("id", &option_id(self.id, position))
            .attr("data-ispnoc-tariff", &id)
            .attr("aria-selected", if selected { "true" } else { "false" })
            .child(el("span", "ispnoc-name").child(tariff.name.as_str()))
            .child(el("span", "ispnoc-id").child(id))
            .child(prices(tariff, self.texts))
    }

    /// One listener for all rows: a listener of each row's own would be made again for every keystroke.
    fn press_option(&self, event: &Event) {
        let option = event_target::<Element>(event).closest("[role=option]").ok().flatten();
        let id = option.and_then(|option| option.get_attribute("data-ispnoc-tariff"));
        let found = untrack(|| self.found());
        let mut tariffs = found.modules.iter().chain(&found.software);
        if let Some(tariff) = id.and_then(|id| tariffs.find(|tariff| tariff.id.0.to_string() == id)) {
            self.choose(tariff);
        }
    }
}

fn group(label: &str) -> El {
    let heading = el("div", "ispnoc-group").attr("aria-hidden", "true").child(label);
    el("div", "").attr("role", "group").attr("aria-label", label).child(heading)
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
                let percent = margin.percent.map(|percent| [" · ", &texts.percent(&percent.to_string())].concat());
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
