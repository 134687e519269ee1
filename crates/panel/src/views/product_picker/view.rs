//! The picker's markup: a combobox over the price list and, below it, the choice in words.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ispnoc_domain::{Index, Matches, Money, Price, Tariff};
use ispnoc_wire::{Message, TariffList};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::listing::{Listing, option_id};
use super::model::{Choice, Found, PriceRow, lacking_cycles, lacks_period, price_rows, step};
use crate::native;
use crate::parts::{Asked, El, Tone, age, button, el, focus_result, money, notice, result};
use crate::texts::Texts;
use crate::views::place::Place;

/// Ids tie the input to its list; a page may hold several pickers.
static NEXT_ID: AtomicUsize = AtomicUsize::new(1);

/// What is drawn of the list beyond the active row: a little more than its box shows. A key must not wait for rows that nobody sees.
const AHEAD: usize = 8;
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
    last: RefCell<Option<Rc<Searched>>>,
    /// What was told last: whether the list is open, and the id of its active row.
    told: RefCell<Option<(bool, Option<String>)>>,
    /// What is drawn of the open list. It is kept by its own part of the view: a listener that held elements would keep them for ever.
    listing: Cell<Option<StoredValue<Listing, LocalStorage>>>,
}

/// The last search. Whoever asks again while neither the list nor the query has changed shares what was found.
pub struct Searched {
    list: Arc<TariffList>,
    index: Rc<Index>,
    query: String,
    matches: Matches,
    pub found: Found,
}

impl Searched {
    /// The tariff of a row, counted through both groups, and its position in the price list.
    pub fn tariff(&self, row: usize) -> Option<(usize, &Tariff)> {
        let position = self.found.tariff(row)?;
        Some((position, self.list.tariffs.get(position)?))
    }
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
        told: RefCell::new(None),
        listing: Cell::new(None),
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
        focus_result();
        list.ask(&relay, Message::RefreshTariffs { product, server_group: native::server_group(&node) });
    });
    let options = picker.clone();
    el("div", "ispnoc ispnoc-picker")
        .child(
            el("div", "ispnoc-bar").child(picker.input()).child(refresh.live_flag("disabled", move || list.is_busy())),
        )
        .child(el("div", "").live(move || options.options()))
        .child(
            result()
                .child(list.state(texts))
                .child(el("div", "").live(move || list.map(|list| choice(list, &stored.read(), texts)))),
        )
}

impl Picker {
    fn input(self: &Rc<Self>) -> El {
        let query = self.query;
        let [typed, clicked, closing, pressed, told] = [(); 5].map(|()| self.clone());
        el("input", "ispnoc-search")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", self.texts.search_hint())
            .attr("aria-label", self.texts.search())
            .follow(move |input| told.tell(input))
            .follow(move |input| {
                let input: &HtmlInputElement = input.unchecked_ref();
                if input.value() != *query.read() {
                    input.set_value(&query.read());
                }
            })
            .on("input", move |event| {
                typed.look_for(event_target_value(&event));
            })
            .on("click", move |_| clicked.show())
            .on("blur", move |_| closing.close())
            .on("keydown", move |event| {
                if pressed.press(&event.unchecked_ref::<KeyboardEvent>().key()) {
                    event.prevent_default();
                }
            })
    }

    fn look_for(&self, query: String) {
        self.query.set(query);
        self.active.set(0);
        self.show();
    }

    /// Opens the list. One that is open already stays as it is: to say so again would draw it anew.
    fn show(&self) {
        if !self.open.get_untracked() {
            self.open.set(true);
        }
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
                if name == "focusin" {
                    // WHMCS may have put another text box into the place of the one that was told.
                    self.told.take();
                }
                self.look_for(if name == "input" { control.value() } else { String::new() });
            }
        }
    }

    /// Says to a screen reader that the search, and the text box of advanced mode, have a list, and where in it one is.
    fn tell(&self, search: &Element) {
        let (open, row) = (self.open.get(), self.active.get());
        let option = if open { self.option_id(row) } else { None };
        let now = Some((open, option));
        // Most keys change the list and neither of these.
        if *self.told.borrow() == now {
            return;
        }
        let text_box = native::text_box(&self.node);
        for control in [Some(search), text_box.as_ref().map(AsRef::as_ref)].into_iter().flatten() {
            let option = now.as_ref().and_then(|(_, option)| option.clone());
            let attributes = [
                ("role", Some("combobox".to_owned())),
                ("aria-autocomplete", Some("list".to_owned())),
                ("aria-controls", Some(list_id(self.id))),
                ("aria-expanded", Some(open.to_string())),
                ("aria-activedescendant", option),
            ];
            for (name, value) in attributes {
                _ = match value {
                    Some(value) => control.set_attribute(name, &value),
                    None => control.remove_attribute(name),
                };
            }
        }
        self.told.replace(now);
    }

    /// Handles a key; `false` leaves it to the browser.
    fn press(&self, key: &str) -> bool {
        let was_open = self.open.get_untracked();
        match key {
            "ArrowDown" | "ArrowUp" if was_open => {
                let rows = untrack(|| self.searched()).map_or(0, |searched| searched.found.len());
                self.active.update(|row| *row = step(*row, rows, key == "ArrowDown"));
                self.mark(self.active.get_untracked());
                self.with_listing(|listing, _| listing.scroll_to_active());
            }
            "ArrowDown" | "ArrowUp" => self.show(),
            "Enter" if was_open => {
                let searched = untrack(|| self.searched());
                if let Some((_, tariff)) = searched.as_ref().and_then(|found| found.tariff(self.active.get_untracked()))
                {
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

    fn searched(&self) -> Option<Rc<Searched>> {
        let list = self.list.answer()?;
        let query = self.query.get();
        let mut last = self.last.borrow_mut();
        let known = last.as_ref().filter(|last| Arc::ptr_eq(&last.list, &list));
        if let Some(last) = known.filter(|last| last.query == query) {
            return Some(last.clone());
        }
        let index = known.map_or_else(|| Rc::new(Index::of(&list.tariffs)), |last| last.index.clone());
        let matches = index.search(&query, known.map(|last| &last.matches));
        let found = Found::of(&list.tariffs, &matches);
        let searched = Rc::new(Searched { list, index, query, matches, found });
        *last = Some(searched.clone());
        Some(searched)
    }

    /// The id of a row, where there is one.
    fn option_id(&self, row: usize) -> Option<String> {
        let searched = self.searched().filter(|searched| row < searched.found.len())?;
        Some(option_id(self.id, &searched.found, row))
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
        let listing = Listing::new(self.id, self.texts);
        let (active, pressed, scrolled, filled, marked) =
            (self.active, self.clone(), self.clone(), self.clone(), self.clone());
        let list = el("div", "ispnoc-options")
            .attr("role", "listbox")
            .attr("id", &list_id(self.id))
            .attr("aria-label", self.texts.search())
            // The input keeps the focus, so that a press on the scroll bar does not close the list.
            .on("mousedown", |event| event.prevent_default())
            .on("click", move |event| pressed.press_option(&event))
            .on("scroll", move |event| {
                let list: Element = event_target(&event);
                if list.scroll_top() + list.client_height() + NEAR > list.scroll_height() {
                    scrolled.draw(|drawn| drawn + MORE);
                }
            });
        listing.append_to(list.element());
        self.listing.set(Some(StoredValue::new_local(listing)));
        Some(list.follow(move |_| filled.fill()).follow(move |_| marked.mark(active.get())))
    }

    /// Shows what is found by now.
    fn fill(&self) {
        // Asked for here, so that the list follows the query.
        let Some(searched) = self.searched() else { return };
        let stored = self.stored.read_untracked();
        self.with_listing(|listing, _| listing.show(&searched, &stored, AHEAD));
    }

    /// Shows which row Enter chooses, and draws as far as that.
    fn mark(&self, row: usize) {
        self.draw(|_| row + AHEAD);
        self.with_listing(|listing, searched| listing.mark(&searched.found, row));
    }

    /// Draws the list until it has the rows that are wanted in place of those it has, or all.
    fn draw(&self, wanted: impl FnOnce(usize) -> usize) {
        let stored = self.stored.read_untracked();
        self.with_listing(|listing, searched| listing.draw(searched, &stored, wanted(listing.drawn())));
    }

    fn with_listing(&self, act: impl FnOnce(&Listing, &Searched)) {
        if let (Some(listing), Some(searched)) = (self.listing.get(), untrack(|| self.searched())) {
            listing.try_with_value(|listing| act(listing, &searched));
        }
    }

    /// One listener for all rows: a listener of each row's own would be made again for every keystroke.
    fn press_option(&self, event: &Event) {
        let option = event_target::<Element>(event).closest("[role=option]").ok().flatten();
        let id = option.and_then(|option| option.get_attribute("data-ispnoc-tariff"));
        let Some(searched) = untrack(|| self.searched()) else { return };
        let mut tariffs = searched.list.tariffs.iter();
        if let Some(tariff) = id.and_then(|id| tariffs.find(|tariff| tariff.id.0.to_string() == id)) {
            self.choose(tariff);
        }
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
            let prices = el("span", "ispnoc-prices").child(prices(&tariff, texts));
            shown.push(chosen(&tariff.name, &tariff.id.0.to_string(), texts).child(prices));
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
                let percent = margin.percent.map(|percent| ["\u{a0}· ", &texts.percent(&percent.to_string())].concat());
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
pub fn prices(tariff: &Tariff, texts: &Texts) -> String {
    // A line ends between two prices and not inside one.
    let one = |price: &Price| {
        let months = texts.months(price.months.into()).replace(' ', "\u{a0}");
        [months, money(&price.cost, &texts.language)].join("\u{a0}")
    };
    tariff.prices.iter().map(one).collect::<Vec<_>>().join("\u{a0}· ")
}

fn list_id(picker: usize) -> String {
    ["ispnoc-list-", &picker.to_string()].concat()
}
