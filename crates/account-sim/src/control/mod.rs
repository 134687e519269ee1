//! The control API: how a test looks into the world and moves it by hand. JSON in, JSON out; an unknown field is
//! refused, so that a misspelt setting cannot pass unnoticed.

mod basket;
mod clock;
mod seed;
mod services;
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

impl From<serde_json::Error> for ControlError {
    fn from(error: serde_json::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}

impl ControlError {
    fn status(&self) -> u16 {
        match self {
            Self::Unknown(_) => 404,
            Self::Malformed(_) => 422,
        }
    }
}

/// The answer, which is JSON, with its HTTP status.
pub fn reply(sim: &mut Sim, real: Timestamp, method: &str, path: &str, body: &str) -> (u16, String) {
    match answer(sim, real, method, path, body) {
        Ok(json) => (200, json),
        Err(error) => (error.status(), json!({ "error": error.to_string() }).to_string()),
    }
}

fn answer(sim: &mut Sim, real: Timestamp, method: &str, path: &str, body: &str) -> Result<String, ControlError> {
    sim.catch_up(real);
    let answer = match (method, path) {
        ("POST", "/control/reset") => {
            *sim = Sim::new(real);
            done()
        }
        ("GET", "/control/seed") => views::settings(sim),
        ("POST", "/control/seed") => {
            seed::apply(sim, real, read(body)?)?;
            done()
        }
        ("GET", "/control/clock") => views::clock(sim),
        ("POST", "/control/clock") => {
            clock::apply(sim, real, &read(body)?)?;
            views::clock(sim)
        }
        ("GET", "/control/basket") => views::baskets(sim),
        ("POST", "/control/basket") => {
            basket::pay(sim, &read(body)?)?;
            done()
        }
        ("GET", "/control/ledger") => views::ledger(sim),
        ("GET", "/control/services") => views::services(sim),
        ("POST", "/control/services") => {
            services::apply(sim, read(body)?)?;
            done()
        }
        ("GET", "/control/requests") => views::requests(sim),
        ("DELETE", "/control/requests") => {
            sim.seen.clear();
            done()
        }
        ("GET", "/control/faults") => views::faults(sim),
        ("POST", "/control/faults") => {
            let rule: Rule = read(body)?;
            if let Some(objection) = rule.objection() {
                return Err(ControlError::Malformed(objection));
            }
            sim.faults.add(rule);
            views::faults(sim)
        }
        ("DELETE", "/control/faults") => {
            sim.faults.clear();
            done()
        }
        // A snapshot may be large: it is never a tree in memory.
        ("GET", "/control/snapshot") => return Ok(serde_json::to_string(sim)?),
        ("POST", "/control/restore") => {
            *sim = read::<Sim>(body)?.restored();
            // Time goes on from the moment of the snapshot.
            sim.clock.set(real, sim.world.now());
            done()
        }
        _ => return Err(ControlError::Unknown(format!("{method} {path}"))),
    };
    Ok(answer.to_string())
}

fn done() -> Value {
    json!({ "ok": true })
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, ControlError> {
    Ok(serde_json::from_str(body)?)
}
