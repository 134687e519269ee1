//! The virtual clock: real time moved by a shift, or a moment at which it was frozen. It never asks the system
//! for the time; whoever holds the clock tells it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    Running { ahead: SignedDuration },
    Frozen { at: Timestamp },
}

impl Default for Clock {
    fn default() -> Self {
        Self::Running { ahead: SignedDuration::ZERO }
    }
}

impl Clock {
    pub fn now(self, real: Timestamp) -> Timestamp {
        match self {
            Self::Running { ahead } => later(real, ahead),
            Self::Frozen { at } => at,
        }
    }

    pub fn is_frozen(self) -> bool {
        matches!(self, Self::Frozen { .. })
    }

    pub fn set(&mut self, real: Timestamp, now: Timestamp) {
        *self = match self {
            Self::Running { .. } => Self::Running { ahead: now.duration_since(real) },
            Self::Frozen { .. } => Self::Frozen { at: now },
        };
    }

    pub fn advance(&mut self, real: Timestamp, by: SignedDuration) {
        self.set(real, later(self.now(real), by));
    }

    /// A clock that is let go runs on from the moment at which it stood.
    pub fn freeze(&mut self, real: Timestamp, frozen: bool) {
        let now = self.now(real);
        *self = match frozen {
            true => Self::Frozen { at: now },
            false => Self::Running { ahead: now.duration_since(real) },
        };
    }
}

/// The end of time is a place where things wait, not an error.
pub fn later(moment: Timestamp, by: SignedDuration) -> Timestamp {
    moment.saturating_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_moved_clock_runs_on_and_a_frozen_one_stands() {
        let mut clock = Clock::default();
        clock.set(at("2027-01-01T00:00:00Z"), at("2030-05-05T00:00:00Z"));
        assert_eq!(clock.now(at("2027-01-01T00:00:10Z")), at("2030-05-05T00:00:10Z"));
        clock.freeze(at("2027-01-01T00:00:10Z"), true);
        assert_eq!(clock.now(at("2027-01-01T01:00:00Z")), at("2030-05-05T00:00:10Z"));
        clock.advance(at("2027-01-01T01:00:00Z"), SignedDuration::from_secs(5));
        clock.freeze(at("2027-01-01T01:00:00Z"), false);
        assert_eq!(clock.now(at("2027-01-01T01:00:01Z")), at("2030-05-05T00:00:16Z"));
    }
}
