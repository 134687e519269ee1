//! The simulated account, in the process of the harness, with a clock that stands until it is moved.

use account_sim::AccountSim;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::clocks::Clocks;
use crate::history::History;

pub const LOGIN: &str = "eu-partner";
/// Everything that careless encoding breaks.
pub const PASSWORD: &str = "пароль & <eu> \"'`:;+%41$\\1";
const USUAL_PASSWORD: &str = "Secret&<eu>:1";
/// Where every history begins: the moment that the simulator gives a world that is sown.
const BEGINNING: i64 = 1_799_582_400;

pub struct Account {
    sim: AccountSim,
    clocks: Clocks,
    now: i64,
}

impl Account {
    /// Whenever its time is moved, the clocks of the web nodes are.
    pub fn start(clocks: Clocks) -> Result<Self> {
        Ok(Self { sim: AccountSim::start()?, clocks, now: BEGINNING })
    }

    /// As it is typed into a server record.
    pub fn host(&self) -> String {
        self.sim.address().to_string()
    }

    /// A fresh world with the history's settings beside the usual ones.
    pub fn begin(&mut self, history: &History) -> Result<()> {
        self.post("reset", &json!({}))?;
        let mut seed = json!({ "world": { "number": 0 }, "balance": { LOGIN: "5000.00" } });
        if let Some(seed) = seed.as_object_mut() {
            seed.extend(history.settings.clone());
        }
        self.post("seed", &seed)?;
        let mut world = self.get("snapshot")?.to_string();
        let usual = Value::from(USUAL_PASSWORD).to_string();
        if !world.contains(&usual) {
            bail!("the simulated account has another password than it used to");
        }
        world = world.replace(&usual, &Value::from(PASSWORD).to_string());
        self.call("POST", "restore", &world)?;
        self.now = BEGINNING;
        self.post("clock", &json!({ "freeze": true }))?;
        self.clocks.differ_by(history.skew_seconds);
        self.clocks.tell(self.now)
    }

    pub fn advance(&mut self, seconds: i64) -> Result<()> {
        self.post("clock", &json!({ "advance_seconds": seconds }))?;
        self.now += seconds;
        self.clocks.tell(self.now)
    }

    /// Days since the beginning.
    pub fn day(&self) -> i64 {
        (self.now - BEGINNING) / 86_400
    }

    /// `YYYY-MM-DD`.
    pub fn today(&self) -> Result<String> {
        let clock = self.get("clock")?;
        let now = clock.get("now").and_then(Value::as_str).context("the simulator's clock tells no time")?;
        Ok(now.chars().take(10).collect())
    }

    pub fn set_balance(&self, cents: u32) -> Result<()> {
        self.post("seed", &json!({ "balance": { LOGIN: format!("{}.{:02}", cents / 100, cents % 100) } }))
    }

    pub fn add_fault(&self, rule: &Value) -> Result<()> {
        self.post("faults", rule)
    }

    /// How many calls are still to go wrong.
    pub fn faults_left(&self) -> Result<u64> {
        let faults = self.get("faults")?;
        let rules = faults.get("faults").and_then(Value::as_array).into_iter().flatten();
        Ok(rules.filter_map(|rule| rule.get("times")?.as_u64()).sum())
    }

    pub fn clear_faults(&self) -> Result<()> {
        self.call("DELETE", "faults", "").map(drop)
    }

    pub fn get(&self, path: &str) -> Result<Value> {
        Ok(serde_json::from_str(&self.call("GET", path, "")?)?)
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<()> {
        self.call("POST", path, &body.to_string()).map(drop)
    }

    fn call(&self, method: &str, path: &str, body: &str) -> Result<String> {
        match self.sim.control(method, &format!("/control/{path}"), body)? {
            (200, answer) => Ok(answer),
            (status, answer) => bail!("the simulated account answered {status} to {path}: {answer}"),
        }
    }
}
