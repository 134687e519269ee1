//! The journal of a service as a timeline, the newest first.

use ispnoc_wire::Journal;
use leptos::prelude::*;

use super::model::{journal_class, journal_state};
use crate::parts::{moment, money};
use crate::texts::Texts;

pub fn journal(entries: &[Journal], texts: &'static Texts) -> impl IntoView + use<> {
    let entry = |entry: &Journal| {
        let cost = entry.cost.as_ref().map(|cost| [" · ", &money(cost, texts.language)].concat());
        view! {
            <li class=journal_class(entry.state)>
                <b>{entry.operation.clone()}</b> " · " {journal_state(entry.state, texts)} {cost} " "
                <span class="ispnoc-muted">{moment(&entry.at, texts.language)}</span>
                <br />
                {entry.text.clone()}
            </li>
        }
    };
    view! {
        <p class="ispnoc-heading">{texts.journal}</p>
        {entries.is_empty().then(|| view! { <p class="ispnoc-muted">{texts.journal_empty}</p> })}
        <ol class="ispnoc-journal">{entries.iter().map(entry).collect_view()}</ol>
    }
}
