//! The journal of a service as a timeline, the newest first.

use ispnoc_wire::Journal;

use super::model::{journal_class, journal_state};
use crate::parts::{El, el, moment, money};
use crate::texts::Texts;

pub fn journal(entries: &[Journal], texts: &Texts) -> Vec<El> {
    let heading = el("p", "ispnoc-heading").child(texts.journal());
    if entries.is_empty() {
        return vec![heading, el("p", "ispnoc-muted").child(texts.journal_empty())];
    }
    let entry = |entry: &Journal| {
        let cost = entry.cost.as_ref().map(|cost| ["\u{a0}· ", &money(cost, &texts.language)].concat());
        el("li", journal_class(entry.state))
            .child(el("b", "").child(entry.operation.as_str()))
            .child("\u{a0}· ")
            .child(journal_state(entry.state, texts))
            .child(cost)
            .child(el("span", "ispnoc-muted").child(moment(&entry.at, &texts.language)))
            .child(el("div", "").child(entry.text.as_str()))
    };
    vec![heading, el("ol", "ispnoc-journal").child(entries.iter().map(entry).collect::<Vec<_>>())]
}
