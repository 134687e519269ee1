//! Which part of a list a request wants to see: the page (`p_num`, `p_cnt`), the order (`p_col=-cost`, also `p_order`),
//! and the filter, which a session remembers for each list until it is switched off. The parameters are documented;
//! that texts are searched for a part, without regard to case, and numbers compared whole, is assumed.

use std::cmp::Ordering;

use super::Call;
use crate::state::session::Filter;
use crate::wire::document::{Content, Document, Element, Kind};

const DEFAULT_PAGE_SIZE: u64 = 100;

/// Fields by which lists can be filtered.
const FILTERS: &[&str] = &[
    "id",
    "account",
    "action",
    "autoprolong",
    "cost_from",
    "cost_to",
    "createdate",
    "createdateend",
    "createdatestart",
    "domain",
    "expiredate",
    "fromdate",
    "ip",
    "item",
    "licname",
    "locale_name",
    "number",
    "orderdatefrom",
    "orderdateto",
    "period",
    "pricelist",
    "remoteid",
    "status",
    "todate",
];

/// A part of a list, as a request asks for it.
pub struct Wanted {
    page: u64,
    size: u64,
    sort: String,
    ascending: bool,
    filter: Filter,
}

impl Wanted {
    /// Reads the request and remembers its filter.
    pub fn of(call: &mut Call) -> Self {
        let request = call.request;
        let number = |name: &str| request.get(name).and_then(|text| text.parse().ok());
        let (column, order) = (request.text("p_col"), request.text("p_order"));
        // A plus in a form is a blank.
        let spec = if column.is_empty() { order } else { column }.trim();
        let (sort, descending) = match spec.strip_prefix('-') {
            Some(column) => (column, true),
            None => (spec.trim_start_matches('+'), order == "desc"),
        };
        let sort = if ["", "asc", "desc"].contains(&sort) { "id" } else { sort };
        Self {
            page: number("p_num").unwrap_or(1).max(1),
            size: number("p_cnt").unwrap_or(DEFAULT_PAGE_SIZE).max(1),
            sort: sort.to_owned(),
            ascending: !descending,
            filter: filter(call),
        }
    }

    /// Whether rows are wanted as they stand, so that only those of the page need to be looked at.
    pub fn is_plain(&self) -> bool {
        self.filter.is_empty() && self.sort == "id" && self.ascending
    }

    /// How many rows to leave out and how many to show.
    pub fn part(&self) -> (usize, usize) {
        let skipped = usize::try_from((self.page - 1).saturating_mul(self.size)).unwrap_or(usize::MAX);
        (skipped, usize::try_from(self.size).unwrap_or(usize::MAX))
    }

    /// The rows that pass the filter, sorted; of them the page, and how many there are.
    pub fn choose<K>(&self, rows: impl Iterator<Item = (K, Element)>) -> (Vec<(K, Element)>, usize) {
        let mut rows: Vec<(K, Element)> = rows.filter(|(_, row)| self.passes(row)).collect();
        rows.sort_by(|(_, left), (_, right)| {
            let order = compared(value(left, &self.sort), value(right, &self.sort));
            if self.ascending { order } else { order.reverse() }
        });
        let total = rows.len();
        let (skip, take) = self.part();
        (rows.into_iter().skip(skip).take(take).collect(), total)
    }

    fn passes(&self, row: &Element) -> bool {
        self.filter.iter().all(|(field, wanted)| matches(row, field, wanted))
    }

    /// The page in the usual frame; an empty list has no `elem` and counts nothing.
    pub fn document(self, call: &Call, rows: Vec<Element>, total: usize) -> Document {
        let metadata = Element::group("metadata", Vec::new()).with("name", call.request.func());
        let mut body = vec![metadata.with("type", "list").with("key", "id").with("mgr", "billmgr")];
        body.extend(rows.into_iter().map(Element::repeated));
        body.extend([
            Element::leaf("p_cnt", if total == 0 { 0 } else { self.size }),
            Element::leaf("p_elems", total),
            Element::leaf("p_num", self.page),
            Element::leaf("p_order", if self.ascending { "asc" } else { "desc" }),
            Element::leaf("p_sort", self.sort),
        ]);
        Document { filter: self.filter, ..Document::new(Kind::List, body) }
    }
}

/// A short list, of which all rows are made before some are shown.
pub fn short_list(call: &mut Call, rows: Vec<Element>) -> Document {
    let wanted = Wanted::of(call);
    let (rows, total) = wanted.choose(rows.into_iter().map(|row| ((), row)));
    let rows = rows.into_iter().map(|((), row)| row).collect();
    wanted.document(call, rows, total)
}

/// The filter of a list: what the request sets, else what the session remembers.
fn filter(call: &mut Call) -> Filter {
    let request = call.request;
    let list = request.func();
    match request.get("filter") {
        Some("on") => {
            let filter = given(call);
            remember(call, list, filter.clone());
            filter
        }
        Some("off") => {
            remember(call, list, Filter::new());
            Filter::new()
        }
        _ => remembered(call, list),
    }
}

/// The fields of a filter that the request fills in.
pub fn given(call: &Call) -> Filter {
    let params = FILTERS.iter().filter_map(|&field| Some((field, call.request.get(field)?.trim())));
    params.filter(|(_, value)| !value.is_empty()).map(|(field, value)| (field.to_owned(), value.to_owned())).collect()
}

pub fn remember(call: &mut Call, list: &str, filter: Filter) {
    if let Some(session) = call.request.session() {
        call.sessions.keep_filter(session, list, filter);
    }
}

pub fn remembered(call: &Call, list: &str) -> Filter {
    call.request.session().map(|session| call.sessions.filter(session, list).to_vec()).unwrap_or_default()
}

fn matches(row: &Element, field: &str, wanted: &str) -> bool {
    let first = |columns: &[&str]| columns.iter().map(|column| value(row, column)).find(|text| !text.is_empty());
    let date = || first(&["createdate", "create_date", "realdate", "changedate"]).unwrap_or_default();
    let cost = || first(&["item_cost", "amount"]).and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
    match field {
        "id" | "period" => value(row, field) == wanted,
        "status" => {
            let status = first(&["item_status", "status", "status_msg"]).unwrap_or_default();
            status.split('_').next() == Some(wanted)
        }
        "pricelist" if wanted.parse::<u32>().is_ok() => value(row, "pricelist_id") == wanted,
        "cost_from" => wanted.parse::<f64>().is_ok_and(|least| cost() >= least),
        "cost_to" => wanted.parse::<f64>().is_ok_and(|most| cost() <= most),
        "createdatestart" | "fromdate" | "orderdatefrom" => date() >= wanted,
        "createdateend" | "orderdateto" | "todate" => date() <= wanted,
        // The word that says that the dates stand in other fields.
        "createdate" | "expiredate" if ["nodate", "other"].contains(&wanted) => true,
        _ => value(row, field).to_lowercase().contains(&wanted.to_lowercase()),
    }
}

/// What a row says in a column; of a translated text the number beside it.
fn value<'a>(row: &'a Element, column: &str) -> &'a str {
    let Content::Children(fields) = &row.content else {
        return "";
    };
    let Some(field) = fields.iter().find(|field| field.name == column) else {
        return "";
    };
    match (&field.content, field.attributes.iter().find(|(name, _)| *name == "orig")) {
        (_, Some((_, orig))) => orig,
        (Content::Text(text), None) => text,
        (Content::Children(_), None) => "",
    }
}

/// Numbers by their size, everything else as texts.
fn compared(left: &str, right: &str) -> Ordering {
    match (left.parse::<f64>(), right.parse::<f64>()) {
        (Ok(left), Ok(right)) => left.total_cmp(&right),
        _ => left.cmp(right),
    }
}
