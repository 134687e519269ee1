//! The service panel's markup: both sides, the buttons with their question, and the journal.

use ispnoc_wire::{AccountSide, Command, Message, Service, ServiceAction};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::confirmation;
use super::journal::journal;
use super::model::{Action, Desk, Outcome, Question, Step, reason};
use super::sides::sides;
use crate::parts::{Asked, Tone, button, money, notice, waiting};
use crate::relay::Relay;
use crate::texts::Texts;
use crate::views::Place;

/// What the parts of the view share.
#[derive(Clone, Copy)]
struct Panel {
    texts: &'static Texts,
    id: u32,
    service: Asked<Service>,
    account: Asked<AccountSide>,
    desk: RwSignal<Desk>,
    relay: StoredValue<Relay>,
}

pub fn view(place: Place) -> AnyView {
    let Place { relay, texts, service: id, .. } = place;
    let panel = Panel {
        texts,
        id,
        service: Asked::new(),
        account: Asked::new(),
        desk: RwSignal::new(Desk::new(id)),
        relay: StoredValue::new(relay),
    };
    panel.ask_both();
    let Panel { service, account, .. } = panel;

    view! {
        <div class="ispnoc ispnoc-service">
            {move || service.answer.with(|known| known.as_ref().map(|known| sides(known, account, texts)))}
            <div aria-live="polite">
                {service.state(texts)}
                {move || account.answer.with(|account| {
                    let differences = account.as_ref().map_or_else(Vec::new, |account| account.differences.clone());
                    differences.into_iter().map(|text| notice(Tone::Warning, text)).collect_view()
                })}
            </div>
            {move || service.answer.with(|known| known.as_ref().map(|known| panel.buttons(&known.actions)))}
            {move || panel.step()}
            <div class="ispnoc-result" aria-live="polite">{move || panel.result()}</div>
            {move || service.answer.with(|known| known.as_ref().map(|known| journal(&known.journal, texts)))}
        </div>
    }
    .into_any()
}

impl Panel {
    fn ask_both(self) {
        let service = self.id;
        self.relay.try_with_value(|relay| {
            self.service.ask(relay, Message::Service { service });
            self.account.ask(relay, Message::Account { service });
        });
    }

    /// Moves the desk and sends what comes of it.
    fn act(self, step: impl FnOnce(&mut Desk) -> Option<Message>) {
        if let Some(message) = self.desk.try_update(step).flatten() {
            self.send(message);
        }
    }

    fn send(self, message: Message) {
        let Some(relay) = self.relay.try_get_value() else { return };
        spawn_local(async move {
            let answer = relay.ask::<Command>(message).await;
            // The view may have ended while the command ran; the journal tells the next one what happened.
            let Some(before) = self.service.answer.try_get_untracked() else { return };
            self.desk.try_update(|desk| desk.finish(before.as_ref(), answer.as_ref().map_err(Clone::clone)));
            if let Ok(command) = answer {
                self.service.take(command.service);
                self.ask_account();
            } else {
                // Also after a refusal: the reasons and costs on the screen may be the old ones.
                self.ask_both();
            }
        });
    }

    fn ask_account(self) {
        self.relay.try_with_value(|relay| self.account.ask(relay, Message::Account { service: self.id }));
    }

    fn buttons(self, offers: &[ServiceAction]) -> impl IntoView + use<> {
        let texts = self.texts;
        let known: Vec<(Action, ServiceAction, Option<String>)> = offers
            .iter()
            .filter_map(|offer| {
                let action = Action::from_name(&offer.name)?;
                Some((action, offer.clone(), reason(action, offer, texts)))
            })
            .collect();
        let reasons = known
            .iter()
            .filter_map(|(action, _, reason)| {
                let reason = reason.clone()?;
                Some(view! { <li data-ispnoc-reason=action.name()><b>{action.label(texts)}</b> ": " {reason}</li> })
            })
            .collect_view();
        let buttons = known
            .into_iter()
            .map(|(action, offer, reason)| {
                let blocked = reason.is_some();
                let disabled = move || blocked || self.desk.read().is_running();
                button(action.name(), action.label(texts), disabled, move || {
                    self.act(|desk| desk.press(action, &offer, confirmation::new));
                })
            })
            .collect_view();
        view! {
            <div class="ispnoc-bar">
                {buttons}
                {button("account", texts.ask_account_again, move || self.account.busy.get(), move || self.ask_both())}
            </div>
            <ul class="ispnoc-reasons">{reasons}</ul>
        }
    }

    fn step(self) -> Option<AnyView> {
        match self.desk.get().step {
            Step::Idle => None,
            Step::Asking(question) => Some(self.question(question).into_any()),
            Step::Running(_) => Some(
                view! {
                    <p class="ispnoc-muted">{self.texts.running}</p>
                    {waiting(self.texts)}
                }
                .into_any(),
            ),
        }
    }

    /// The one place where a person says yes to spending or ending.
    fn question(self, question: Question) -> impl IntoView {
        let texts = self.texts;
        let cost = question.cost.as_ref().map(|cost| money(cost, texts.language)).unwrap_or_default();
        let (sentence, yes) = match question.action {
            Action::Create => ((texts.ask_create)(&cost), (texts.create_for)(&cost)),
            Action::Renew => ((texts.ask_renew)(&cost), (texts.renew_for)(&cost)),
            Action::Terminate => (texts.ask_terminate.to_owned(), texts.terminate.to_owned()),
            Action::Sync => (texts.ask_sync.to_owned(), texts.sync.to_owned()),
        };
        let label = sentence.clone();
        let group = NodeRef::<html::Div>::new();
        group.on_load(|group| drop(group.focus()));
        let cancel = move || self.desk.update(Desk::cancel);
        view! {
            <div class="ispnoc-question" role="group" tabindex="-1" aria-label=label node_ref=group
                on:keydown=move |event: KeyboardEvent| if event.key() == "Escape" { cancel() }>
                <p><b>{sentence}</b></p>
                {question.warning.map(|warning| notice(Tone::Warning, warning))}
                <div class="ispnoc-bar">
                    <button type="button" class="ispnoc-button ispnoc-main" data-ispnoc-confirm=question.action.name()
                        on:click=move |_| self.act(Desk::confirm)>{yes}</button>
                    <button type="button" class="ispnoc-button" data-ispnoc-cancel on:click=move |_| cancel()>
                        {texts.cancel}
                    </button>
                </div>
            </div>
        }
    }

    fn result(self) -> impl IntoView {
        let texts = self.texts;
        let Desk { outcome, page_is_old, .. } = self.desk.get();
        let outcome = outcome.map(|outcome| {
            let tone = outcome.tone();
            match outcome {
                Outcome::Done(text) => notice(tone, text).into_any(),
                Outcome::Trouble(trouble) => {
                    let doubt = trouble.leaves_doubt().then(|| notice(tone, texts.doubt));
                    view! { {notice(tone, trouble.sentence(texts))} {doubt} }.into_any()
                }
            }
        });
        let reload = page_is_old.then(|| {
            view! {
                <div class="ispnoc-bar">
                    <span>{texts.page_is_old}</span>
                    {button("reload", texts.reload, || false, || drop(location().reload()))}
                </div>
            }
        });
        view! { {outcome} {reload} }
    }
}
