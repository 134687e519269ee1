//! Calls that take effect after their connection broke, each at its moment of the virtual clock.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::state::account::Login;
use crate::wire::request::Request;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LateCall {
    pub at: Timestamp,
    /// Whose call it is; none for a login, which finds out only then.
    pub login: Option<Login>,
    pub request: Request,
}

/// In the order in which they came in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LateCalls(Vec<LateCall>);

impl LateCalls {
    pub fn add(&mut self, call: LateCall) {
        self.0.push(call);
    }

    pub fn waiting(&self) -> &[LateCall] {
        &self.0
    }

    /// Takes out the earliest call whose moment has come; of several at one moment the one that came in first.
    pub fn take_due(&mut self, now: Timestamp) -> Option<LateCall> {
        let due = self.0.iter().enumerate().filter(|(_, call)| call.at <= now);
        let (position, _) = due.min_by_key(|(_, call)| call.at)?;
        Some(self.0.remove(position))
    }
}
