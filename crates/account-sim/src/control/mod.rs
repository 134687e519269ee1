//! The control API: how a test looks into the world and moves it by hand. JSON in, JSON out; an unknown field is
//! refused, so that a misspelt setting cannot pass unnoticed.

mod clock;
mod seed;
mod views;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::faults::Rule;
use crate::sim::Sim;

/// Why a control call was refused; the text goes to whoever wrote the test.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    #[error("no such control call: {0}")]
    Unknown(String),
    #[error("{0}")]
    Malformed(String),
}

impl ControlError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown(_) => 404,
            Self::Malformed(_) => 422,
        }
    }
}

/// The answer with its HTTP status.
pub fn reply(sim: &mut Sim, real: Timestamp, method: &str, path: &str, body: &[u8]) -> (u16, Value) {
    match answer(sim, real, method, path, body) {
        Ok(value) => (200, value),
        Err(error) => (error.status(), json!({ "error": error.to_string() })),
    }
}

fn answer(sim: &mut Sim, real: Timestamp, method: &str, path: &str, body: &[u8]) -> Result<Value, ControlError> {
    sim.catch_up(real);
    match (method, path) {
        ("POST", "/control/reset") => *sim = Sim::new(real),
        ("GET", "/control/seed") => return Ok(views::settings(sim)),
        ("POST", "/control/seed") => seed::apply(sim, real, read(body)?)?,
        ("GET", "/control/clock") => return Ok(views::clock(sim)),
        ("POST", "/control/clock") => {
            clock::apply(sim, real, &read(body)?)?;
            return Ok(views::clock(sim));
        }
        ("GET", "/control/ledger") => return Ok(views::ledger(sim)),
        ("GET", "/control/services") => return Ok(views::services(sim)),
        ("GET", "/control/requests") => return Ok(views::requests(sim)),
        ("DELETE", "/control/requests") => sim.seen.clear(),
        ("GET", "/control/faults") => return Ok(views::faults(sim)),
        ("POST", "/control/faults") => {
            let rule: Rule = read(body)?;
            if let Some(objection) = rule.objection() {
                return Err(ControlError::Malformed(objection));
            }
            sim.faults.add(rule);
            return Ok(views::faults(sim));
        }
        ("DELETE", "/control/faults") => sim.faults.clear(),
        _ => return Err(ControlError::Unknown(format!("{method} {path}"))),
    }
    Ok(json!({ "ok": true }))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ControlError> {
    serde_json::from_slice(body).map_err(|error| ControlError::Malformed(error.to_string()))
}
