//! One question to the relay as a view sees it: asked, answered or in trouble.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use ispnoc_wire::{Message, Read};
use leptos::prelude::*;

use super::button::button;
use super::element::{El, el};
use super::focus::focus_around;
use super::notice::{Tone, notice};
use crate::relay::{Letter, Relay, Trouble};
use crate::texts::Texts;

/// After this long a person wants to know that nothing is stuck.
const SLOW: Duration = Duration::from_secs(4);

/// The last answer stays while the next one is on its way, and when that ends in trouble.
pub struct Asked<T> {
    question: Question,
    answer: PhantomData<fn() -> T>,
}

/// A question whose answer has lost its type: signals are large, so the panel has one kind for all answers.
#[derive(Clone, Copy)]
struct Question {
    answer: RwSignal<Option<Answer>>,
    read: fn(Letter) -> Result<Answer, Trouble>,
    progress: RwSignal<Progress>,
    /// Counts the questions: only the newest one may be answered.
    turn: StoredValue<u32>,
    last: StoredValue<Option<(Relay, Message)>, LocalStorage>,
}

type Answer = Arc<dyn Any + Send + Sync>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Progress {
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

impl<T: Read + Send + Sync + 'static> Asked<T> {
    pub fn new() -> Self {
        let question = Question {
            answer: RwSignal::new(None),
            read: |letter| Ok(Arc::new(letter.read::<T>()?)),
            progress: RwSignal::new(Progress::Quiet),
            turn: StoredValue::new(0),
            last: StoredValue::new_local(None),
        };
        Self { question, answer: PhantomData }
    }

    /// Asks. An answer that comes after a newer question or after the view has ended is dropped.
    pub fn ask(self, relay: &Relay, message: Message) {
        self.question.ask(relay, message);
    }

    /// Takes an answer that came another way, in place of the one that may still be on its way.
    pub fn take(self, answer: Option<T>) {
        self.question.take(answer.map(|answer| Arc::new(answer) as Answer));
    }

    /// Something of the answer, once there is one.
    pub fn map<U>(self, part: impl FnOnce(&T) -> U) -> Option<U> {
        self.question.answer.with(|answer| answer.as_deref().and_then(|answer| answer.downcast_ref()).map(part))
    }

    /// The whole answer, once there is one: for what is made of it and kept.
    pub fn answer(self) -> Option<Arc<T>> {
        self.question.answer.get().and_then(|answer| answer.downcast().ok())
    }

    pub fn is_busy(self) -> bool {
        self.question.progress.with(|progress| *progress == Progress::Busy)
    }

    /// The sign of work or the sentence on what went wrong with a way to try again; empty when all is well.
    pub fn state(self, texts: &'static Texts) -> El {
        self.question.state(texts)
    }
}

impl Question {
    fn ask(self, relay: &Relay, message: Message) {
        let turn = self.next_turn();
        self.progress.set(Progress::Busy);
        self.last.set_value(Some((relay.clone(), message.clone())));
        relay.ask(message, move |letter| {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            let progress = match letter.and_then(self.read) {
                Ok(answer) => {
                    self.answer.try_set(Some(answer));
                    Progress::Quiet
                }
                Err(trouble) => Progress::Failed(trouble),
            };
            self.progress.try_set(progress);
        });
    }

    fn take(self, answer: Option<Answer>) {
        self.next_turn();
        self.answer.set(answer);
        self.progress.set(Progress::Quiet);
    }

    fn state(self, texts: &'static Texts) -> El {
        el("div", "").attr("tabindex", "-1").live(move || match self.progress.get() {
            Progress::Quiet => vec![],
            Progress::Busy => vec![waiting(texts)],
            Progress::Failed(trouble) => {
                let again = button("again", texts.again(), move || {
                    if let Some((relay, message)) = self.last.get_value() {
                        focus_around();
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
        .child(el("span", "").live(move || if slow.get() { texts.slow() } else { texts.waiting() }))
}
