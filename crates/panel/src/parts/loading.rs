//! One question to the relay as a view sees it: asked, answered or in trouble.

use std::time::Duration;

use ispnoc_wire::Message;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::button::button;
use super::element::{El, el};
use super::notice::{Tone, notice};
use crate::relay::{Relay, Trouble};
use crate::texts::Texts;

/// After this long a person wants to know that nothing is stuck.
const SLOW: Duration = Duration::from_secs(4);

/// The last answer stays while the next one is on its way, and when that ends in trouble.
pub struct Asked<T: 'static> {
    pub answer: RwSignal<Option<T>>,
    pub progress: RwSignal<Progress>,
    /// Counts the questions: only the newest one may be answered.
    turn: StoredValue<u32>,
    last: StoredValue<Option<(Relay, Message)>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    Quiet,
    Busy,
    Failed(Trouble),
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

impl<T: DeserializeOwned + Send + Sync + 'static> Asked<T> {
    pub fn new() -> Self {
        Self {
            answer: RwSignal::new(None),
            progress: RwSignal::new(Progress::Quiet),
            turn: StoredValue::new(0),
            last: StoredValue::new(None),
        }
    }

    /// Asks. An answer that comes after a newer question or after the view has ended is dropped.
    pub fn ask(self, relay: &Relay, message: Message) {
        let turn = self.next_turn();
        self.progress.set(Progress::Busy);
        self.last.set_value(Some((relay.clone(), message.clone())));
        relay.ask(message, move |answer| {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.answer.try_set(Some(answer));
                    self.progress.try_set(Progress::Quiet);
                }
                Err(trouble) => drop(self.progress.try_set(Progress::Failed(trouble))),
            }
        });
    }

    /// Takes an answer that came another way, in place of the one that may still be on its way.
    pub fn take(self, answer: Option<T>) {
        self.next_turn();
        self.answer.set(answer);
        self.progress.set(Progress::Quiet);
    }

    pub fn is_busy(self) -> bool {
        self.progress.with(|progress| *progress == Progress::Busy)
    }

    /// Something of the answer, once there is one.
    pub fn map<U>(self, part: impl FnOnce(&T) -> U) -> Option<U> {
        self.answer.with(|answer| answer.as_ref().map(part))
    }

    /// The sign of work or the sentence on what went wrong with a way to try again; empty when all is well.
    pub fn state(self, texts: &'static Texts) -> El {
        el("div", "").live(move || match self.progress.get() {
            Progress::Quiet => vec![],
            Progress::Busy => vec![waiting(texts)],
            Progress::Failed(trouble) => {
                let again = button("again", texts.again, move || {
                    if let Some((relay, message)) = self.last.get_value() {
                        self.ask(&relay, message);
                    }
                });
                vec![notice(Tone::Bad, &trouble.sentence(texts)), again]
            }
        })
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }
}

/// A sign of work that becomes a sentence when the answer takes long.
pub fn waiting(texts: &'static Texts) -> El {
    let slow = RwSignal::new(false);
    let tell = move || {
        slow.try_set(true);
    };
    set_timeout(tell, SLOW);
    el("p", "ispnoc-waiting")
        .attr("role", "status")
        .child(el("span", "ispnoc-spinner").attr("aria-hidden", "true"))
        .child(el("span", "").live(move || if slow.get() { texts.slow } else { texts.waiting }))
}
