//! Carries a history out: its steps in their order, then rest, then the judgement.

mod asked;
mod kills;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::checker::{self, Violation};
use crate::evidence::{Account, Whmcs};
use crate::history::{Command, History, Step};
use crate::node::End;
use crate::pages;
use crate::stage::Stage;
use crate::tally::Tally;

pub use asked::Asked;

/// How many processes run at once.
const CALLERS: usize = 8;
/// Longer than the quiet time after which the module concludes that nothing was placed.
const QUIET_SECONDS: i64 = 1000;
/// No WHMCS is without its cron for weeks: an order whose answer was lost is looked for before it has run out and is forgotten.
const LONGEST_WITHOUT_CRON: i64 = 10 * 86_400;
/// How often cron runs at most until nothing changes any more.
const ROUNDS: usize = 12;
const PLENTY_CENTS: u32 = 900_000;
/// What a person types who finds no order.
const NO_ORDER: u64 = 999_999_999;

/// What came of a history.
#[derive(Debug)]
pub struct Outcome {
    pub violations: Vec<Violation>,
    pub tally: Tally,
    /// How often money left the account, by what it was for: `order`, `prolong`.
    pub debits: BTreeMap<String, usize>,
}

/// An error is the harness's own; what the product does wrong is a violation.
pub fn run(stage: &mut Stage, history: &History) -> Result<Outcome> {
    stage.begin(history)?;
    let mut run = Run {
        stage,
        history,
        asked: Asked::default(),
        tally: Tally::default(),
        seen: BTreeMap::new(),
        found: BTreeSet::new(),
        has_died: false,
        names: BTreeMap::new(),
    };
    run.steps()?;
    run.rest()?;
    run.press_everything()?;
    run.rest()?;
    run.judge()
}

struct Run<'a> {
    stage: &'a mut Stage,
    history: &'a History,
    asked: Asked,
    tally: Tally,
    /// Entries of the journal that were seen while their outcome was not known.
    seen: BTreeMap<u64, String>,
    found: BTreeSet<Violation>,
    /// Whether something was killed since WHMCS was looked at.
    has_died: bool,
    /// What runs, for who listens.
    names: BTreeMap<u64, String>,
}

impl Run<'_> {
    fn steps(&mut self) -> Result<()> {
        for step in self.history.scenes.iter().flat_map(|scene| &scene.steps) {
            self.step(step)?;
        }
        self.wait_for_all()
    }

    fn step(&mut self, step: &Step) -> Result<()> {
        self.say(|| step.to_string());
        match step {
            Step::Call { node, command } => self.call(*node, command),
            Step::Kill { after, which } => self.kill(*after, *which),
            Step::KillOnceStruck { after } => self.kill_once_struck(*after),
            Step::KilledBeforeSaving { node, command } => self.killed_before_saving(*node, command),
            Step::WaitForAll => self.wait_for_all(),
            Step::Pass { seconds } => self.pass(*seconds),
            Step::Fault(rule) => {
                self.tally.planned(rule);
                self.stage.account.add_fault(rule)
            }
            Step::ClearFaults => self.clear_faults(),
            Step::Balance { cents } => self.stage.account.set_balance(*cents),
            Step::PayBasket => self.pay_basket(),
            Step::RestartDatabase { gently } => {
                self.tally.restarts += 1;
                self.mark_death();
                self.stage.database.restart(*gently)
            }
        }
    }

    fn say(&self, what: impl Fn() -> String) {
        if self.stage.is_aloud {
            println!("  {}", what());
        }
    }

    fn call(&mut self, node: usize, command: &Command) -> Result<()> {
        // An invoice that is being raised while somebody changes the cycle is for either, and nobody could say for which.
        let is_alone = matches!(command, Command::SetCycle { .. });
        if is_alone {
            self.wait_for_all()?;
        }
        while self.stage.running().count() >= CALLERS {
            self.one_ends()?;
        }
        self.tally.calls += 1;
        self.asked.commands.push(command.clone());
        let mut order = json!(command);
        if let (Command::PanelLinkOrder { service }, Some(order)) = (command, order.as_object_mut()) {
            order.insert("order".to_owned(), json!(self.order_bought_for(*service)?.to_string()));
        }
        let name = order.to_string();
        let task = self.stage.begin_task(node, order)?;
        self.names.insert(task, name);
        if is_alone { self.wait_for_all() } else { Ok(()) }
    }

    /// What a person finds who looks into the account's own pages.
    fn order_bought_for(&self, service: u32) -> Result<u64> {
        let account = Account::read(self.stage)?;
        Ok(account.orders_of(service).find(|order| order.is_live()).map_or(NO_ORDER, |order| order.id))
    }

    fn one_ends(&mut self) -> Result<()> {
        let end = self.stage.next_end()?;
        self.has_ended(end)
    }

    fn has_ended(&mut self, End { killed, said, task }: End) -> Result<()> {
        let command = self.names.remove(&task).unwrap_or_default();
        self.say(|| match &said {
            Some(said) => format!("    {command} → {} {}", said.answer, said.output),
            None => format!("    {command} → killed"),
        });
        if killed {
            self.tally.kills += 1;
            self.mark_death();
        }
        if let Some(said) = said {
            match said.answer.get("redirectTo").and_then(Value::as_str).and_then(key_in) {
                Some(key) => self.asked.sign_on_keys.push(key),
                None => self.asked.answers.push(said.answer.to_string()),
            }
            self.asked.answers.push(said.output);
        }
        Ok(())
    }

    fn mark_death(&mut self) {
        self.has_died = true;
        self.asked.has_killed = true;
    }

    fn wait_for_all(&mut self) -> Result<()> {
        if self.stage.running().next().is_none() && !self.has_died {
            return Ok(());
        }
        while self.stage.running().next().is_some() {
            self.one_ends()?;
        }
        self.found.extend(checker::one_live_order_each(&Account::read(self.stage)?));
        // What a process leaves behind that died, nobody may have mended yet.
        if std::mem::take(&mut self.has_died) {
            let whmcs = self.look()?;
            self.found.extend(checker::ids_are_saved_first(&whmcs));
        }
        Ok(())
    }

    fn look(&mut self) -> Result<Whmcs> {
        let whmcs = Whmcs::read(self.stage, false)?;
        for entry in whmcs.journal.iter().filter(|entry| matches!(entry.state.as_str(), "sent" | "unknown" | "unpaid"))
        {
            self.seen.insert(entry.id, entry.operation.clone());
        }
        Ok(whmcs)
    }

    fn pass(&mut self, seconds: i64) -> Result<()> {
        let mut left = seconds;
        while left > LONGEST_WITHOUT_CRON {
            self.move_on(LONGEST_WITHOUT_CRON)?;
            self.call(0, &Command::Cron)?;
            left -= LONGEST_WITHOUT_CRON;
        }
        self.move_on(left)
    }

    fn move_on(&mut self, seconds: i64) -> Result<()> {
        self.wait_for_all()?;
        self.look()?;
        let day = self.stage.account.day();
        self.stage.account.advance(seconds)?;
        if self.stage.account.day() != day {
            let date = self.stage.account.today()?;
            self.stage.ask(&json!({ "do": "date", "date": date }))?;
        }
        Ok(())
    }

    fn clear_faults(&mut self) -> Result<()> {
        self.tally.left_over(&self.stage.account.get("faults")?);
        self.stage.account.clear_faults()
    }

    fn pay_basket(&mut self) -> Result<()> {
        for waiting in Account::read(self.stage)?.basket {
            // What cannot be paid any more stays where it is.
            let _ = self.stage.account.post("basket", &json!({ "pay": waiting.order }));
        }
        Ok(())
    }

    /// No more faults, enough money, and cron until nothing changes.
    fn rest(&mut self) -> Result<()> {
        self.wait_for_all()?;
        self.clear_faults()?;
        self.stage.account.set_balance(PLENTY_CENTS)?;
        let mut before = None;
        for _ in 0..ROUNDS {
            self.pass(QUIET_SECONDS)?;
            self.call(0, &Command::Cron)?;
            self.wait_for_all()?;
            let now = json!(
                self.look()?
                    .journal
                    .iter()
                    .map(|entry| (entry.id, &entry.state, entry.finished_at))
                    .collect::<Vec<_>>()
            );
            if before.as_ref() == Some(&now) {
                return Ok(());
            }
            before = Some(now);
        }
        bail!("the history does not come to rest: {before:?}")
    }

    /// When all has settled, pressing the buttons once more buys nothing that nobody asked for.
    fn press_everything(&mut self) -> Result<()> {
        let touched: BTreeSet<u32> = self.asked.commands.iter().filter_map(Command::creates).collect();
        for button in [
            |service| Command::Retry { service },
            |service| Command::Create { service },
            |service| Command::Renew { service },
        ] {
            for &service in &touched {
                self.call(usize::from(service % 2 == 0), &button(service))?;
            }
            self.wait_for_all()?;
        }
        Ok(())
    }

    fn judge(mut self) -> Result<Outcome> {
        let asked_before = Account::read(self.stage)?.request_count;
        let whmcs = self.look()?;
        let pages = pages::show_all(self.stage, &whmcs)?;
        let whmcs = Whmcs::read(self.stage, true)?;
        let account = Account::read(self.stage)?;
        self.found.extend(checker::pages_ask_nothing(account.request_count - asked_before));
        self.found.extend(checker::one_live_order_each(&account));
        self.found.extend(checker::ids_are_saved_first(&whmcs));
        self.found.extend(checker::at_rest(&whmcs, &account, &self.asked, self.history));
        self.found.extend(checker::secrets(&whmcs, &account, &self.asked, pages, self.stage.php_errors()));
        self.tally.histories = 1;
        self.tally.requests = account.request_count;
        self.tally.ended(&whmcs.journal);
        for (id, operation) in &self.seen {
            let entry = whmcs.journal.iter().find(|entry| entry.id == *id);
            self.tally.settled(operation, entry);
        }
        let mut debits = BTreeMap::new();
        for movement in &account.ledger {
            *debits.entry(movement.kind.clone()).or_default() += 1;
        }
        Ok(Outcome { violations: self.found.into_iter().collect(), tally: self.tally, debits })
    }
}

/// The one-time key in an address that logs in.
fn key_in(address: &str) -> Option<String> {
    let query = address.split_once('?')?.1;
    query.split('&').find_map(|pair| pair.strip_prefix("key=")).map(str::to_owned)
}

/// Of a rule of the simulator: the kind of fault, and how many calls it is still to hit.
pub fn kind_and_times(rule: &Value) -> Option<(&str, u64)> {
    Some((rule.get("fault")?.as_str()?, rule.get("times").map_or(Some(1), Value::as_u64)?))
}
