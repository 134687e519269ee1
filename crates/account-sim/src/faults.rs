//! Faults by script: the next calls of a function go wrong in a way that was asked for. What a fault does to the
//! connection is the server's business; here stands which call it hits and whether that call takes effect.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The billing function that is hit; `*` is any.
    pub func: String,
    pub fault: FaultKind,
    /// How many calls are still to be hit.
    #[serde(default = "once")]
    pub times: u32,
    /// For `delay`: how long the answer is held back, in real seconds.
    #[serde(default)]
    pub seconds: f32,
    /// Whether the call takes effect; by default all but `reset_before` do, which is the worst case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The connection is closed without a byte of an answer.
    ReplyLost,
    /// A proxy's HTML page with status 502.
    #[serde(rename = "http_502")]
    Http502,
    /// The first half of the answer, then the connection is closed.
    Truncated,
    /// The connection is reset before the call took effect.
    ResetBefore,
    /// The call takes effect at once; the answer comes later.
    Delay,
}

fn once() -> u32 {
    1
}

impl Fault {
    pub fn commits(&self) -> bool {
        self.commit.unwrap_or(self.fault != FaultKind::ResetBefore)
    }

    /// Says what is wrong with a fault that nobody can have meant.
    pub fn objection(&self) -> Option<&'static str> {
        let lasting = self.fault == FaultKind::Delay;
        match self.fault {
            _ if self.times == 0 => Some("times must be at least 1"),
            FaultKind::Delay if !(self.seconds > 0.0 && self.seconds <= 600.0) => {
                Some("a delay needs seconds, more than 0 and at most 600")
            }
            _ if !lasting && self.seconds != 0.0 => Some("only a delay has seconds"),
            FaultKind::ReplyLost if self.commit == Some(false) => {
                Some("reply_lost always takes effect; reset_before never does")
            }
            FaultKind::ResetBefore if self.commit == Some(true) => {
                Some("reset_before never takes effect; reply_lost always does")
            }
            _ => None,
        }
    }
}

/// The faults that are still to happen, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn waiting(&self) -> &[Fault] {
        &self.0
    }

    /// The fault that hits this call, if any; it has then happened once.
    pub fn strike(&mut self, func: &str) -> Option<Fault> {
        let hit = self.0.iter_mut().find(|fault| fault.func == "*" || fault.func == func)?;
        hit.times -= 1;
        let fault = hit.clone();
        self.0.retain(|fault| fault.times > 0);
        Some(fault)
    }
}
