//! The open list. While somebody types its rows stay and only change their words: to make them anew for every key takes longer.

use std::cell::{Cell, RefCell};

use ispnoc_domain::Tariff;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition, Text};

use super::model::{Found, Group};
use super::view::{Searched, prices};
use crate::parts::{El, el, text};
use crate::texts::Texts;

pub struct Listing {
    texts: &'static Texts,
    picker: usize,
    modules: Rows,
    software: Rows,
    /// Below the rows: that there are none, or how many more.
    note: El,
    /// How many rows are drawn.
    drawn: Cell<usize>,
    /// The row that Enter chooses.
    active: RefCell<Option<El>>,
}

/// The rows of a group.
struct Rows {
    element: El,
    rows: RefCell<Vec<Row>>,
}

struct Row {
    element: El,
    name: Text,
    id: Text,
    prices: Text,
    /// What it shows: a tariff by its position in the price list, and whether the native control holds that one.
    shown: Cell<Option<(usize, bool)>>,
}

impl Listing {
    pub fn new(picker: usize, texts: &'static Texts) -> Self {
        Self {
            texts,
            picker,
            modules: Rows::new(texts.ispmanager_modules()),
            software: Rows::new(texts.other_software()),
            note: el("p", "ispnoc-muted"),
            drawn: Cell::new(0),
            active: RefCell::new(None),
        }
    }

    pub fn append_to(&self, list: &Element) {
        for part in [&self.modules.element, &self.software.element, &self.note] {
            _ = list.append_child(part.element());
        }
    }

    /// Shows what was found, that many rows of it.
    pub fn show(&self, searched: &Searched, stored: &str, rows: usize) {
        // What was scrolled shows its beginning again.
        if self.drawn.get() > rows
            && let Some(list) = self.note.element().parent_element()
        {
            list.set_scroll_top(0);
        }
        self.drawn.set(0);
        self.draw(searched, stored, rows);
        let last = self.drawn.get();
        let of_modules = match searched.found.place(last) {
            (Group::Modules, place) => place,
            (Group::Software, place) => last - place,
        };
        self.modules.cut(of_modules);
        self.software.cut(last - of_modules);
    }

    pub fn drawn(&self) -> usize {
        self.drawn.get()
    }

    /// Draws on until there are that many rows or all.
    pub fn draw(&self, searched: &Searched, stored: &str, rows: usize) {
        let found = &searched.found;
        for row in self.drawn.get()..rows.min(found.len()) {
            let Some(tariff) = searched.tariff(row) else { return };
            let (group, place) = found.place(row);
            let row_id = || option_id(self.picker, found, row);
            self.rows(group).fill(place, row_id, tariff, stored, self.texts);
            self.drawn.set(row + 1);
        }
        let is_whole = self.drawn.get() == found.len();
        let note = match (found.len(), found.left_off) {
            (0, _) => self.texts.nothing_found().to_owned(),
            (_, left_off) if is_whole && left_off > 0 => self.texts.more_found(&left_off.to_string()),
            _ => String::new(),
        };
        self.note.element().set_text_content(Some(&note));
    }

    /// Shows which row Enter chooses.
    pub fn mark(&self, found: &Found, row: usize) {
        let (group, place) = found.place(row);
        let active = self.rows(group).rows.borrow().get(place).map(|row| row.element.clone());
        let before = self.active.replace(active.clone());
        if let Some(before) = before {
            before.element().set_class_name("ispnoc-option");
        }
        if let Some(active) = active {
            active.element().set_class_name("ispnoc-option ispnoc-active");
        }
    }

    pub fn scroll_to_active(&self) {
        if let Some(active) = &*self.active.borrow() {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            active.element().scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    fn rows(&self, group: Group) -> &Rows {
        match group {
            Group::Modules => &self.modules,
            Group::Software => &self.software,
        }
    }
}

impl Rows {
    fn new(label: &str) -> Self {
        let heading = el("div", "ispnoc-group").attr("aria-hidden", "true").child(label);
        let element = el("div", "").attr("role", "group").attr("aria-label", label).attr("hidden", "").child(heading);
        Self { element, rows: RefCell::default() }
    }

    fn fill(&self, place: usize, id: impl Fn() -> String, tariff: (usize, &Tariff), stored: &str, texts: &Texts) {
        let mut rows = self.rows.borrow_mut();
        if place == rows.len() {
            let row = Row::new(&id());
            _ = self.element.element().append_child(row.element.element());
            rows.push(row);
        }
        if place == 0 {
            _ = self.element.element().remove_attribute("hidden");
        }
        if let Some(row) = rows.get(place) {
            row.fill(tariff, stored, texts);
        }
    }

    /// Leaves that many rows.
    fn cut(&self, len: usize) {
        for row in self.rows.borrow_mut().drain(len..) {
            row.element.element().remove();
        }
        if len == 0 {
            _ = self.element.element().set_attribute("hidden", "");
        }
    }
}

impl Row {
    fn new(id: &str) -> Self {
        let [name, number, prices] = [(); 3].map(|()| text(""));
        let element = el("div", "ispnoc-option")
            .attr("role", "option")
            .attr("id", id)
            .child(el("span", "ispnoc-name").child(&name))
            .child(el("span", "ispnoc-id").child(&number))
            .child(el("span", "ispnoc-prices").child(&prices));
        Self { element, name, id: number, prices, shown: Cell::new(None) }
    }

    fn fill(&self, (position, tariff): (usize, &Tariff), stored: &str, texts: &Texts) {
        let id = tariff.id.0.to_string();
        let shown = Some((position, stored == id));
        if self.shown.replace(shown) == shown {
            return;
        }
        let row = self.element.element();
        _ = row.set_attribute("aria-selected", if stored == id { "true" } else { "false" });
        _ = row.set_attribute("data-ispnoc-tariff", &id);
        // The words of a text are changed for less than a text is made for.
        self.name.set_data(&tariff.name);
        self.id.set_data(&id);
        self.prices.set_data(&prices(tariff, texts));
    }
}

pub fn option_id(picker: usize, found: &Found, row: usize) -> String {
    let (group, place) = found.place(row);
    let group = match group {
        Group::Modules => "module",
        Group::Software => "software",
    };
    ["ispnoc-", group, "-", &picker.to_string(), "-", &place.to_string()].concat()
}
