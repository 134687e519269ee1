//! Faults by script: calls go wrong in a way that was asked for. Here stands which call is hit, and
//! what is sent instead of its answer. `sim` carries the call out or not; how an answer reaches the socket is the
//! server's business.

mod damage;
mod fault;
mod late;
mod long;
mod pages;
mod random;
mod rule;

use serde::{Deserialize, Serialize};

pub use self::damage::{Delivery, Pace, damaged};
pub use self::fault::{Fault, FaultKind};
pub use self::late::LateCall;
use self::late::LateCalls;
use self::long::LongRequests;
pub use self::long::long_request_in;
pub use self::pages::page;
pub use self::rule::Rule;

/// The rules that are still to strike, in the order in which they were added, and what earlier faults left behind.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Faults {
    rules: Vec<Rule>,
    pub late: LateCalls,
    pub long: LongRequests,
}

impl Faults {
    pub fn add(&mut self, rule: Rule) {
        self.rules.push(rule);
    }

    /// No further call goes wrong; what went wrong already takes its course.
    pub fn clear(&mut self) {
        self.rules.clear();
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The fault that hits this call, if any. The first rule that wants the call has it.
    pub fn strike(&mut self, func: &str) -> Option<Fault> {
        let fault = self.rules.iter_mut().find_map(|rule| rule.strike(func));
        self.rules.retain(|rule| !rule.is_spent());
        fault.filter(Fault::is_one)
    }
}
