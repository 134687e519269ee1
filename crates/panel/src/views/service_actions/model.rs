//! The desk of commands: from the question to the answer, as data. A command is sent only from here.

use ispnoc_domain::Money;
use ispnoc_wire::{Command, JournalState, Message, Service, ServiceAction};

use crate::relay::Trouble;
use crate::texts::Texts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Create,
    Renew,
    Terminate,
    Sync,
    ChangePeriod,
    LinkOrder,
    DropUnpaid,
}

impl Action {
    const ALL: [Self; 7] =
        [Self::Create, Self::Renew, Self::Terminate, Self::Sync, Self::ChangePeriod, Self::LinkOrder, Self::DropUnpaid];

    /// An action that a newer relay names and this panel does not know has no button.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Renew => "renew",
            Self::Terminate => "terminate",
            Self::Sync => "sync",
            Self::ChangePeriod => "change-period",
            Self::LinkOrder => "link-order",
            Self::DropUnpaid => "drop-unpaid",
        }
    }

    pub fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Create => texts.create(),
            Self::Renew => texts.renew(),
            Self::Terminate => texts.terminate(),
            Self::Sync => texts.sync(),
            Self::ChangePeriod => texts.change_period(),
            Self::LinkOrder => texts.link_order(),
            Self::DropUnpaid => texts.drop_unpaid(),
        }
    }

    /// Whether a person must choose something before this can be confirmed.
    pub fn needs_choice(self) -> bool {
        matches!(self, Self::ChangePeriod | Self::LinkOrder)
    }

    /// Whether its button stands there at all: what can hardly ever be done would only explain itself.
    pub fn is_shown(self, offer: &ServiceAction) -> bool {
        self != Self::DropUnpaid || offer.reason.is_none()
    }

    fn spends(self) -> bool {
        matches!(self, Self::Create | Self::Renew)
    }
}

/// Why the button of an action cannot be pressed.
pub fn reason(action: Action, offer: &ServiceAction, texts: &Texts) -> Option<String> {
    // A renewal whose cost nobody can say comes with a warning, to which a person may agree.
    let is_warned = action == Action::Renew && offer.warning.is_some();
    let cost_unknown =
        || (action.spends() && offer.cost.is_none() && !is_warned).then(|| texts.cost_unknown().to_owned());
    offer.reason.clone().or_else(cost_unknown)
}

/// What the next order or renewal takes from the balance.
pub fn next_cost(service: &Service) -> Option<&Money> {
    let cost = |action: Action| service.actions.iter().find(|offer| offer.name == action.name())?.cost.as_ref();
    cost(Action::Create).or_else(|| cost(Action::Renew))
}

/// A command as it was shown to the person who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub action: Action,
    pub cost: Option<Money>,
    pub warning: Option<String>,
    confirmation: Option<String>,
    expires: Option<String>,
    /// The months or the order that the person chose.
    choice: Option<String>,
}

impl Question {
    fn message(&self, service: u32) -> Option<Message> {
        let cost = self.cost.clone();
        Some(match self.action {
            Action::Create => Message::Create { service, cost: cost? },
            Action::Renew => {
                Message::Renew { service, cost, confirmation: self.confirmation.clone(), expires: self.expires.clone() }
            }
            Action::Terminate => Message::Terminate { service },
            Action::Sync => Message::Sync { service },
            Action::ChangePeriod => Message::ChangePeriod { service, months: self.choice.as_ref()?.parse().ok()? },
            Action::LinkOrder => Message::LinkOrder { service, order: self.choice.clone()? },
            Action::DropUnpaid => Message::DropUnpaid { service },
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Idle,
    Asking(Question),
    Running(Question),
}

/// What came of the last command, in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done(String),
    Trouble(Trouble),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    service: u32,
    pub step: Step,
    pub outcome: Option<Outcome>,
    /// WHMCS's own fields on the page show what was true before a command.
    pub page_is_old: bool,
    /// The name of a renewal whose outcome nobody knows. The next renewal carries the same name, so that the relay
    /// sees one renewal and not two.
    in_doubt: Option<String>,
}

impl Desk {
    pub fn new(service: u32) -> Self {
        Self { service, step: Step::Idle, outcome: None, page_is_old: false, in_doubt: None }
    }

    pub fn is_running(&self) -> bool {
        matches!(self.step, Step::Running(_))
    }

    /// Starts a command: at once when it neither costs nor ends anything, else with a question.
    /// `expires` is the end date that the person sees; `name` makes the name of a deliberate renewal.
    pub fn press(
        &mut self,
        action: Action,
        offer: &ServiceAction,
        expires: Option<String>,
        name: impl FnOnce() -> Option<String>,
    ) -> Option<Message> {
        if self.is_running() {
            return None;
        }
        // A renewal for a paid invoice is named by that invoice, not by the panel.
        let deliberate = action == Action::Renew && offer.warning.is_some();
        let confirmation = if deliberate { self.in_doubt.clone().or_else(name) } else { None };
        let ServiceAction { cost, warning, .. } = offer.clone();
        let question = Question { action, cost, warning, confirmation, expires, choice: None };
        let needs_no_answer = action == Action::Sync && question.warning.is_none();
        self.outcome = None;
        self.step = Step::Asking(question);
        if needs_no_answer { self.confirm(None) } else { None }
    }

    pub fn cancel(&mut self) {
        if !self.is_running() {
            self.step = Step::Idle;
        }
    }

    /// The person said yes, to this choice where there is one: the message to send, once per question.
    pub fn confirm(&mut self, choice: Option<String>) -> Option<Message> {
        let Step::Asking(question) = &self.step else { return None };
        let question = Question { choice, ..question.clone() };
        let message = question.message(self.service)?;
        self.step = Step::Running(question);
        Some(message)
    }

    pub fn finish(&mut self, before: Option<&Service>, answer: Result<&Command, Trouble>) {
        let Step::Running(question) = std::mem::replace(&mut self.step, Step::Idle) else { return };
        self.outcome = Some(match answer {
            Ok(command) => {
                self.in_doubt = None;
                self.page_is_old |= before.is_none_or(|before| facts(before) != facts(&command.service));
                Outcome::Done(command.text.clone())
            }
            Err(trouble) => {
                if question.confirmation.is_some() {
                    self.in_doubt = if trouble.leaves_doubt() { question.confirmation } else { None };
                }
                Outcome::Trouble(trouble)
            }
        });
    }
}

/// What WHMCS shows of a service in its own fields and would write back when staff save the page.
fn facts(service: &Service) -> [Option<&str>; 6] {
    let Service { status, billing_cycle, next_due_date, termination_date, item, order_id, .. } = service;
    [
        Some(status),
        Some(billing_cycle),
        next_due_date.as_deref(),
        termination_date.as_deref(),
        Some(item),
        Some(order_id),
    ]
}

pub fn journal_state(state: JournalState, texts: &Texts) -> &str {
    match state {
        JournalState::Claimed => texts.claimed(),
        JournalState::Sent => texts.sent(),
        JournalState::Done => texts.done(),
        JournalState::Rejected => texts.rejected(),
        JournalState::Unpaid => texts.unpaid(),
        JournalState::Unknown => texts.unknown(),
        JournalState::NotPlaced => texts.not_placed(),
    }
}

/// A state's class; colour never says it alone.
pub fn journal_class(state: JournalState) -> &'static str {
    match state {
        JournalState::Done => "ispnoc-good",
        JournalState::Rejected | JournalState::NotPlaced => "ispnoc-bad",
        JournalState::Unpaid | JournalState::Unknown => "ispnoc-warning",
        JournalState::Claimed | JournalState::Sent => "",
    }
}

#[cfg(test)]
mod tests {
    use ispnoc_wire::Failure;

    use super::*;

    fn offer(name: &str, warning: Option<&str>) -> ServiceAction {
        let cost = Money { minor: 1000, currency: "EUR".to_owned() };
        ServiceAction {
            name: name.to_owned(),
            reason: None,
            cost: matches!(name, "create" | "renew").then_some(cost),
            warning: warning.map(str::to_owned),
        }
    }

    fn refused(code: &str) -> Trouble {
        Trouble::Refused(Failure { code: code.to_owned(), text: String::new(), reference: String::new() })
    }

    /// What happens to a desk.
    #[derive(Debug)]
    enum Do {
        Press(Action),
        /// Of what comes with a warning.
        PressWarned(Action, &'static str),
        Cancel,
        Yes(Option<&'static str>),
        Answer,
        Fail(Trouble),
    }
    use Action::{ChangePeriod, Create, DropUnpaid, LinkOrder, Renew, Sync, Terminate};
    use Do::{Answer, Cancel, Fail, Press, PressWarned, Yes};

    /// Walks a desk through what happens; beside each step stands what the desk does then and what it sends.
    #[track_caller]
    fn check(walk: &[(Do, &str)]) {
        let mut desk = Desk::new(7);
        for (number, (happens, expected)) in walk.iter().enumerate() {
            let sent = match happens {
                Press(action) => desk.press(*action, &offer(action.name(), None), None, || None),
                PressWarned(action, name) => {
                    let name = || Some((*name).to_owned());
                    desk.press(*action, &offer(action.name(), Some("Look twice.")), None, name)
                }
                Cancel => {
                    desk.cancel();
                    None
                }
                Yes(choice) => desk.confirm(choice.map(str::to_owned)),
                Answer => {
                    desk.finish(None, Ok(&answered()));
                    None
                }
                Fail(trouble) => {
                    desk.finish(None, Err(trouble.clone()));
                    None
                }
            };
            assert_eq!(told(&desk, sent), *expected, "step {}: {happens:?}", number + 1);
        }
    }

    fn told(desk: &Desk, sent: Option<Message>) -> String {
        let step = match &desk.step {
            Step::Idle => "rests".to_owned(),
            Step::Asking(question) => format!("asks {}", question.action.name()),
            Step::Running(question) => format!("runs {}", question.action.name()),
        };
        let outcome = match &desk.outcome {
            None => "",
            Some(Outcome::Done(_)) => ", done",
            Some(Outcome::Trouble(_)) => ", trouble",
        };
        let sent = sent.map(|message| format!(" > {}", serde_json::to_string(&message).unwrap()));
        // Shorter, so that each step stays on its line.
        let sent = sent.unwrap_or_default().replace(r#"{"minor":1000,"currency":"EUR"}"#, "€10");
        [&step, outcome, &sent].concat()
    }

    fn answered() -> Command {
        let fixture = include_str!("../../../../../tests/contract/answers/command.json");
        match serde_json::from_str(fixture).unwrap() {
            ispnoc_wire::Answer::Ok(command) => command,
            ispnoc_wire::Answer::Error(failure) => panic!("{failure:?}"),
        }
    }

    #[test]
    fn a_command_that_spends_is_sent_once_per_question_and_only_after_yes() {
        check(&[
            (Yes(None), "rests"),
            (Press(Create), "asks create"),
            (Yes(None), r#"runs create > {"action":"create","service":7,"cost":€10}"#),
            (Yes(None), "runs create"),
            (Press(Create), "runs create"),
            (PressWarned(Renew, "a"), "runs create"),
            (Cancel, "runs create"),
            (Answer, "rests, done"),
            (Answer, "rests, done"),
            (Yes(None), "rests, done"),
        ]);
    }

    #[test]
    fn a_question_that_is_cancelled_or_replaced_sends_nothing() {
        check(&[
            (PressWarned(Terminate, ""), "asks terminate"),
            (Cancel, "rests"),
            (Yes(None), "rests"),
            (PressWarned(Terminate, ""), "asks terminate"),
            (Press(Create), "asks create"),
            (Yes(None), r#"runs create > {"action":"create","service":7,"cost":€10}"#),
            (Fail(Trouble::NetworkLost), "rests, trouble"),
            (PressWarned(Terminate, ""), "asks terminate"),
            (Yes(None), r#"runs terminate > {"action":"terminate","service":7}"#),
        ]);
    }

    #[test]
    fn what_needs_a_choice_is_sent_with_it_and_not_without() {
        check(&[
            (Press(ChangePeriod), "asks change-period"),
            (Yes(None), "asks change-period"),
            (Yes(Some("six")), "asks change-period"),
            (Yes(Some("6")), r#"runs change-period > {"action":"change-period","service":7,"months":6}"#),
            (Fail(refused("refused")), "rests, trouble"),
            (Press(LinkOrder), "asks link-order"),
            (Yes(None), "asks link-order"),
            (Yes(Some("812345")), r#"runs link-order > {"action":"link-order","service":7,"order":"812345"}"#),
            (Answer, "rests, done"),
        ]);
    }

    #[test]
    fn sync_asks_nobody_unless_there_is_something_to_know() {
        check(&[
            (Press(Sync), r#"runs sync > {"action":"sync","service":7}"#),
            (Answer, "rests, done"),
            (PressWarned(Sync, ""), "asks sync"),
            (Yes(None), r#"runs sync > {"action":"sync","service":7}"#),
        ]);
    }

    #[test]
    fn what_waits_for_its_payment_is_dropped_after_a_question_and_has_no_button_otherwise() {
        check(&[
            (PressWarned(DropUnpaid, ""), "asks drop-unpaid"),
            (Yes(None), r#"runs drop-unpaid > {"action":"drop-unpaid","service":7}"#),
        ]);
        let waiting = offer("drop-unpaid", Some("It will be taken out of the cart."));
        assert!(DropUnpaid.is_shown(&waiting));
        assert!(!DropUnpaid.is_shown(&ServiceAction { reason: Some("Nothing waits.".to_owned()), ..waiting }));
    }

    #[test]
    fn a_renewal_without_an_invoice_keeps_its_name_while_its_outcome_is_in_doubt() {
        let renews =
            |name: &str| format!(r#"runs renew > {{"action":"renew","service":7,"cost":€10,"confirmation":"{name}"}}"#);
        let [a, c, e] = ["a", "c", "e"].map(renews);
        check(&[
            (PressWarned(Renew, "a"), "asks renew"),
            (Yes(None), &a),
            (Fail(Trouble::NetworkLost), "rests, trouble"),
            (PressWarned(Renew, "b"), "asks renew"),
            (Yes(None), &a),
            (Fail(refused("cost-changed")), "rests, trouble"),
            (PressWarned(Renew, "c"), "asks renew"),
            (Yes(None), &c),
            (Fail(refused("outcome-unknown")), "rests, trouble"),
            // One for a paid invoice is named by that.
            (Press(Renew), "asks renew"),
            (Yes(None), r#"runs renew > {"action":"renew","service":7,"cost":€10}"#),
            (Answer, "rests, done"),
            (PressWarned(Renew, "e"), "asks renew"),
            (Yes(None), &e),
        ]);
    }

    #[test]
    fn a_renewal_carries_the_end_date_that_the_person_saw() {
        let mut desk = Desk::new(7);
        desk.press(Action::Renew, &offer("renew", None), Some("2026-12-23".to_owned()), || None);
        let Some(Message::Renew { expires, .. }) = desk.confirm(None) else { panic!("{desk:?}") };
        assert_eq!(expires.as_deref(), Some("2026-12-23"));
    }

    #[test]
    fn a_button_that_would_spend_an_unknown_cost_gives_its_reason() {
        let texts = &crate::texts::of("en");
        let nameless = ServiceAction { cost: None, ..offer("renew", None) };
        assert_eq!(reason(Action::Renew, &nameless, texts).as_deref(), Some(texts.cost_unknown()));
        let warned = ServiceAction { warning: Some("The cost is not known.".to_owned()), ..nameless };
        assert_eq!(reason(Action::Renew, &warned, texts), None);
        assert_eq!(reason(Action::Create, &warned, texts).as_deref(), Some(texts.cost_unknown()));
        assert_eq!(reason(Action::Sync, &offer("sync", None), texts), None);
    }

    #[test]
    fn the_page_is_old_only_when_a_fact_that_whmcs_shows_has_changed() {
        let command = answered();
        let same = command.service.clone();
        let other = Service { order_id: String::new(), ..same.clone() };
        for (before, old) in [(same, false), (other, true)] {
            let mut desk = Desk::new(7);
            desk.press(Action::Sync, &offer("sync", None), None, || None);
            desk.finish(Some(&before), Ok(&command));
            assert_eq!(desk.page_is_old, old);
            assert_eq!(desk.outcome, Some(Outcome::Done(command.text.clone())));
        }
    }
}
