//! One question to the relay as a view sees it: asked, answered or in trouble.

use std::time::Duration;

use ispnoc_wire::Message;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::button::button;
use super::notice::{Tone, notice};
use crate::relay::{Relay, Trouble};
use crate::texts::Texts;

/// After this long a person wants to know that nothing is stuck.
const SLOW: Duration = Duration::from_secs(4);

/// The last answer stays while the next one is on its way, and when that ends in trouble.
pub struct Asked<T: 'static> {
    pub answer: RwSignal<Option<T>>,
    pub trouble: RwSignal<Option<Trouble>>,
    pub busy: RwSignal<bool>,
    /// Counts the questions: only the newest one may be answered.
    turn: StoredValue<u32>,
    last: StoredValue<Option<(Relay, Message)>>,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

impl<T: DeserializeOwned + Clone + Send + Sync + 'static> Asked<T> {
    pub fn new() -> Self {
        Self {
            answer: RwSignal::new(None),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
            turn: StoredValue::new(0),
            last: StoredValue::new(None),
        }
    }

    /// Asks. An answer that comes after a newer question or after the view has ended is dropped.
    pub fn ask(self, relay: &Relay, message: Message) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        self.busy.set(true);
        self.last.set_value(Some((relay.clone(), message.clone())));
        let question = relay.clone().ask::<T>(message);
        spawn_local(async move {
            let answer = question.await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.answer.try_set(Some(answer));
                    self.trouble.try_set(None);
                }
                Err(trouble) => drop(self.trouble.try_set(Some(trouble))),
            }
            self.busy.try_set(false);
        });
    }

    /// Takes an answer that came another way, in place of the one that may still be on its way.
    pub fn take(self, answer: T) {
        self.forget();
        self.answer.set(Some(answer));
    }

    /// Forgets the answer and whatever is still on its way.
    pub fn forget(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.answer.set(None);
        self.trouble.set(None);
        self.busy.set(false);
    }

    /// The sign of work or the sentence on what went wrong with a way to try again; nothing when all is well.
    pub fn state(self, texts: &'static Texts) -> impl IntoView {
        move || {
            if self.busy.get() {
                return Some(waiting(texts).into_any());
            }
            let trouble = self.trouble.get()?;
            let again = move || {
                if let Some((relay, message)) = self.last.get_value() {
                    self.ask(&relay, message);
                }
            };
            Some(
                view! {
                    {notice(Tone::Bad, trouble.sentence(texts))}
                    {button("again", texts.again, || false, again)}
                }
                .into_any(),
            )
        }
    }
}

/// A sign of work that becomes a sentence when the answer takes long.
pub fn waiting(texts: &'static Texts) -> impl IntoView {
    let slow = RwSignal::new(false);
    set_timeout(
        move || {
            slow.try_set(true);
        },
        SLOW,
    );
    view! {
        <p class="ispnoc-waiting" role="status">
            <span class="ispnoc-spinner" aria-hidden="true"></span>
            {move || if slow.get() { texts.slow } else { texts.waiting }}
        </p>
    }
}
