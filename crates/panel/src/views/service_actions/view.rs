//! The service panel's markup: both sides, the buttons with their question, and the journal.

use ispnoc_wire::{AccountSide, Candidate, Candidates, Command, Message, PeriodChoice, Service, ServiceAction};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlSelectElement, KeyboardEvent};

use super::confirmation;
use super::journal::journal;
use super::model::{Action, Desk, Outcome, Question, Step, reason};
use super::sides::sides;
use crate::parts::{Asked, El, Tone, button, date, el, focus, focus_result, money, notice, result, waiting};
use crate::relay::{Letter, Relay, Trouble};
use crate::texts::Texts;
use crate::views::place::Place;

/// What the parts of the view share.
#[derive(Clone, Copy)]
struct Panel {
    texts: &'static Texts,
    id: u32,
    service: Asked<Service>,
    account: Asked<AccountSide>,
    /// What may be linked, asked for when somebody wants to.
    candidates: Asked<Candidates>,
    desk: RwSignal<Desk>,
    /// What the person has chosen so far in the question that stands there.
    choice: RwSignal<Option<String>>,
    relay: StoredValue<Relay, LocalStorage>,
}

pub fn view(place: Place) -> El {
    let Place { relay, answer, texts, service: id, node, .. } = place;
    // Taken away, because a copy of this node that WHMCS may put into its place must ask anew.
    _ = node.remove_attribute("data-answer");
    let panel = Panel {
        texts,
        id,
        service: Asked::new(),
        account: Asked::new(),
        candidates: Asked::new(),
        choice: RwSignal::new(None),
        desk: RwSignal::new(Desk::new(id)),
        relay: StoredValue::new_local(relay),
    };
    match answer.and_then(|letter| letter.read().ok()) {
        Some(answer) => {
            panel.service.take(Some(answer));
            panel.ask_account();
        }
        None => panel.ask_both(),
    }
    let Panel { service, account, .. } = panel;
    let differences = move || account.map(|account| warnings(&account.differences));

    el("div", "ispnoc ispnoc-service")
        .child(el("div", "").live(move || service.map(|service| sides(service, account, texts))))
        .child(service.state(texts))
        .child(el("div", "ispnoc-differences").attr("aria-live", "polite").live(differences))
        .child(el("div", "").live(move || service.map(|service| panel.buttons(&service.actions))))
        .child(el("div", "").live(move || panel.step()))
        .child(result().live(move || panel.result()))
        .child(el("div", "").live(move || service.map(|service| journal(&service.journal, texts))))
}

impl Panel {
    fn ask_both(self) {
        let service = self.id;
        self.relay.try_with_value(|relay| self.service.ask(relay, Message::Service { service }));
        self.ask_account();
    }

    fn ask_account(self) {
        self.relay.try_with_value(|relay| self.account.ask(relay, Message::Account { service: self.id }));
    }

    /// Moves the desk and sends what comes of it.
    fn act(self, step: impl FnOnce(&mut Desk) -> Option<Message>) {
        if let Some(message) = self.desk.try_update(step).flatten() {
            focus_result();
            self.relay
                .try_with_value(|relay| relay.ask(message, move |answer| self.finish(answer.and_then(Letter::read))));
        }
    }

    /// The view may have ended while the command ran; then the journal tells the next one what happened.
    fn finish(self, answer: Result<Command, Trouble>) {
        if self.desk.is_disposed() {
            return;
        }
        let before = untrack(|| self.service.map(Service::clone));
        self.desk.update(|desk| desk.finish(before.as_ref(), answer.as_ref().map_err(Clone::clone)));
        if let Ok(command) = answer {
            self.service.take(Some(command.service));
            self.ask_account();
        } else {
            // The reasons and costs on the screen may be the old ones.
            self.ask_both();
        }
    }

    fn buttons(self, offers: &[ServiceAction]) -> Vec<El> {
        let texts = self.texts;
        let mut bar = el("div", "ispnoc-bar");
        let mut reasons = el("ul", "ispnoc-reasons");
        for offer in offers {
            let Some(action) = Action::from_name(&offer.name).filter(|action| action.is_shown(offer)) else { continue };
            let reason = reason(action, offer, texts);
            let blocked = reason.is_some();
            let offer = offer.clone();
            let expires = move || untrack(|| self.account.map(|account| account.expires.clone())).flatten();
            let press = move || {
                self.choice.set(None);
                if action == Action::LinkOrder {
                    self.candidates.take(None);
                    let message = Message::Candidates { service: self.id };
                    self.relay.try_with_value(|relay| self.candidates.ask(relay, message));
                }
                self.act(|desk| desk.press(action, &offer, expires(), confirmation::new));
            };
            // A renewal carries the end date that the account shows, so it waits for that.
            let awaits_date = move || action == Action::Renew && self.account.is_busy();
            let disabled = move || blocked || self.desk.with(Desk::is_running) || awaits_date();
            bar = bar.child(button(action.name(), action.label(texts), press).live_flag("disabled", disabled));
            reasons = reasons.child(reason.map(|reason| {
                el("li", "")
                    .attr("data-ispnoc-reason", action.name())
                    .child(el("b", "").child(action.label(texts)))
                    .child(": ")
                    .child(reason)
            }));
        }
        let again = button("account", texts.ask_account_again(), move || {
            focus_result();
            self.ask_both();
        });
        vec![bar.child(again.live_flag("disabled", move || self.account.is_busy())), reasons]
    }

    fn step(self) -> Vec<El> {
        match self.desk.with(|desk| desk.step.clone()) {
            Step::Idle => vec![],
            Step::Asking(question) => vec![self.question(question)],
            Step::Running(_) => vec![el("p", "ispnoc-muted").child(self.texts.running()), waiting(self.texts)],
        }
    }

    /// The one place where a person says yes to spending or ending.
    fn question(self, question: Question) -> El {
        let texts = self.texts;
        let cost = question.cost.as_ref().map(|cost| money(cost, &texts.language));
        let cost = cost.unwrap_or_else(|| texts.unknown_cost().to_owned());
        let (sentence, yes) = match question.action {
            Action::Create => (texts.ask_create(&cost), texts.create_for(&cost)),
            Action::Renew => (texts.ask_renew(&cost), texts.renew_for(&cost)),
            Action::Terminate => (texts.ask_terminate().to_owned(), texts.terminate().to_owned()),
            Action::Sync => (texts.ask_sync().to_owned(), texts.sync().to_owned()),
            Action::ChangePeriod => (texts.ask_change_period().to_owned(), texts.change_period().to_owned()),
            Action::LinkOrder => (texts.ask_link_order().to_owned(), texts.link_order().to_owned()),
            Action::DropUnpaid => (texts.ask_drop_unpaid().to_owned(), texts.drop_unpaid().to_owned()),
        };
        let choices = match question.action {
            Action::ChangePeriod => Some(el("div", "").live(move || self.periods())),
            Action::LinkOrder => {
                Some(el("div", "").child(el("div", "").live(move || self.orders())).child(self.candidates.state(texts)))
            }
            _ => None,
        };
        let must_choose = question.action.needs_choice();
        let pressed = document().active_element();
        let cancel = move || {
            self.desk.update(Desk::cancel);
            match pressed.as_ref().filter(|pressed| pressed.is_connected()) {
                Some(pressed) => focus(Some(pressed)),
                None => focus_result(),
            }
        };
        let confirm = el("button", "ispnoc-button ispnoc-main")
            .attr("type", "button")
            .attr("data-ispnoc-confirm", question.action.name())
            .child(yes)
            .live_flag("disabled", move || must_choose && self.choice.with(Option::is_none))
            .on("click", move |_| self.act(|desk| desk.confirm(self.choice.get_untracked())));
        let group = el("div", "ispnoc-question")
            .attr("role", "group")
            .attr("tabindex", "-1")
            .attr("aria-label", &sentence)
            .child(el("p", "").child(el("b", "").child(sentence)))
            .child(question.warning.map(|warning| notice(Tone::Warning, &warning)))
            .child(choices)
            .child(el("div", "ispnoc-bar").child(confirm).child(button("cancel", texts.cancel(), cancel.clone())))
            .on("keydown", move |event| {
                if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                    cancel();
                }
            });
        let focused = group.element().clone();
        // The question stands in the page only after this function has returned.
        queue_microtask(move || focus(Some(&focused)));
        group
    }

    fn periods(self) -> Option<El> {
        let texts = self.texts;
        self.service.map(|service| {
            let row = |period: &PeriodChoice| {
                let text = texts.period_for(&period.label, &money(&period.cost, &texts.language));
                (period.months.to_string(), text)
            };
            self.choose(texts.change_period(), service.periods.iter().map(row).collect())
        })
    }

    fn orders(self) -> Option<El> {
        let texts = self.texts;
        self.candidates.map(|found| {
            if found.orders.is_empty() {
                return notice(Tone::Warning, texts.no_candidates());
            }
            let row = |order: &Candidate| {
                let Candidate { id, tariff, item, status, created, .. } = order;
                let created = created.as_deref().map(|day| date(day, &texts.language)).unwrap_or_default();
                let parts = [id.as_str(), tariff, item, status, &created];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                (id.clone(), parts.join(" · "))
            };
            self.choose(texts.link_order(), found.orders.iter().map(row).collect())
        })
    }

    /// A list of values with their words. It has no name, so that WHMCS's form around it does not send it.
    fn choose(self, label: &str, rows: Vec<(String, String)>) -> El {
        let option = |value: &str, text: &str| el("option", "").attr("value", value).child(text);
        let mut list = el("select", "ispnoc-choice")
            .attr("aria-label", label)
            .child(option("", self.texts.choose()))
            .on("change", move |event| {
                let chosen = event.target().and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
                let value = chosen.map(|list| list.value()).filter(|value| !value.is_empty());
                self.choice.try_set(value);
            });
        for (value, text) in rows {
            list = list.child(option(&value, &text));
        }
        list
    }

    fn result(self) -> Vec<El> {
        let texts = self.texts;
        let mut shown = Vec::new();
        self.desk.with(|desk| {
            match &desk.outcome {
                None => {}
                Some(Outcome::Done(text)) => shown.push(notice(Tone::Good, text)),
                Some(Outcome::Trouble(trouble)) if trouble.leaves_doubt() => {
                    shown.push(notice(Tone::Warning, &trouble.sentence(texts)));
                    shown.push(notice(Tone::Warning, texts.doubt()));
                }
                Some(Outcome::Trouble(trouble)) => shown.push(notice(Tone::Bad, &trouble.sentence(texts))),
            }
            if desk.page_is_old {
                let reload = button("reload", texts.reload(), || drop(location().reload()));
                shown.push(el("div", "ispnoc-bar").child(el("span", "").child(texts.page_is_old())).child(reload));
            }
        });
        shown
    }
}

fn warnings(sentences: &[String]) -> Vec<El> {
    sentences.iter().map(|sentence| notice(Tone::Warning, sentence)).collect()
}
