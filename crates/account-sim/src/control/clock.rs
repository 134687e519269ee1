//! Moving the virtual clock. What falls due on the way happens at once.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::ControlError;
use crate::sim::Sim;

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// Carried out in the order in which the fields stand here.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Change {
    set: Option<Timestamp>,
    advance_days: i64,
    advance_seconds: i64,
    freeze: Option<bool>,
}

pub fn apply(sim: &mut Sim, real: Timestamp, change: &Change) -> Result<(), ControlError> {
    let seconds = change
        .advance_days
        .checked_mul(SECONDS_OF_A_DAY)
        .and_then(|days| days.checked_add(change.advance_seconds))
        .ok_or_else(|| ControlError::Malformed("the clock cannot go so far".to_owned()))?;
    if let Some(moment) = change.set {
        sim.clock.set(real, moment);
    }
    if seconds != 0 {
        sim.clock.advance(real, SignedDuration::from_secs(seconds));
    }
    if let Some(frozen) = change.freeze {
        sim.clock.freeze(real, frozen);
    }
    sim.catch_up(real);
    Ok(())
}
