//! A rule of the script: which calls are hit, how often, and by what.

use serde::{Deserialize, Serialize};

use super::fault::{Fault, Step};
use super::random;

/// What is left of a rule is the rule: a call that it took is counted off in its own fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The billing function that is hit; `*` is any, `addition.*` any whose name begins with `addition.`.
    func: String,
    /// How many calls are still to be hit; null is all of them.
    #[serde(default = "once")]
    times: Option<u32>,
    /// How many calls are still to pass before the first is hit.
    #[serde(default, skip_serializing_if = "is_zero")]
    after: u32,
    /// How probable it is that a call is hit; without it, certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    /// Where chance stands.
    #[serde(default, skip_serializing_if = "is_zero")]
    seed: u32,
    /// One fault for each call, in place of the same for all. It is gone through once, or, where `times` is null,
    /// over and over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sequence: Vec<Step>,
    #[serde(flatten)]
    fault: Fault,
}

fn once() -> Option<u32> {
    Some(1)
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Rule {
    /// What this rule does to the call; none when it leaves it to the rules after it.
    pub fn strike(&mut self, func: &str) -> Option<Fault> {
        if !self.matches(func) {
            return None;
        }
        if self.after > 0 {
            self.after -= 1;
            return None;
        }
        if let Some(probability) = self.probability
            && random::draw(&mut self.seed) >= probability
        {
            return None;
        }
        if self.sequence.is_empty() {
            self.times = self.times.map(|times| times.saturating_sub(1));
            return Some(self.fault.clone());
        }
        let step = self.sequence.remove(0);
        match self.times {
            None => self.sequence.push(step.clone()),
            Some(_) if self.sequence.is_empty() => self.times = Some(0),
            Some(_) => {}
        }
        Some(step.0)
    }

    pub fn is_spent(&self) -> bool {
        self.times == Some(0)
    }

    fn matches(&self, func: &str) -> bool {
        match self.func.strip_suffix('*') {
            Some(beginning) => func.starts_with(beginning),
            None => func == self.func,
        }
    }

    /// Says what is wrong with a rule that nobody can have meant.
    pub fn objection(&self) -> Option<String> {
        let beginning = self.func.strip_suffix('*').unwrap_or(&self.func);
        let has_good_func = !beginning.contains('*')
            && (beginning.is_empty() || beginning.len() == self.func.len() || beginning.ends_with('.'));
        let told = match (self.sequence.is_empty(), self.fault.is_one()) {
            _ if self.func.is_empty() || !has_good_func => {
                Some("func must be the name of a function, * or a beginning such as addition.*")
            }
            (true, false) => Some("a rule needs a fault or a sequence"),
            (false, _) if self.fault != Fault::default() => {
                Some("the steps of a sequence have faults, seconds and the like, not the rule beside them")
            }
            (false, _) if self.times.is_some_and(|times| times != 1) => {
                Some("a sequence is gone through once, or with times null over and over")
            }
            _ if self.is_spent() => Some("times must be at least 1, or null"),
            _ if self.probability.is_some_and(|probability| !(0.0..=1.0).contains(&probability)) => {
                Some("probability must be from 0 to 1")
            }
            _ => None,
        };
        told.map(str::to_owned)
            .or_else(|| self.fault.objection())
            .or_else(|| self.sequence.iter().find_map(|step| step.0.objection()))
    }
}
