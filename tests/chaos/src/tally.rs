//! How much was tried, and what became of what was not known.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;

use serde_json::Value;

use crate::evidence::Entry;
use crate::run::kind_and_times;

#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub histories: usize,
    /// Commands that were asked of WHMCS.
    pub calls: usize,
    /// Requests that the account got.
    pub requests: u64,
    pub kills: usize,
    /// Of these, how many when the account had answered and nothing was saved yet.
    pub kills_before_saving: usize,
    pub restarts: usize,
    /// How many calls of the account each kind of fault hit.
    faults: BTreeMap<String, u64>,
    /// What the journal says at the end, by the key of its text → how often.
    ends: BTreeMap<String, usize>,
    /// Operations whose outcome was not known at some moment: operation → how it ended → how often.
    unknown: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Tally {
    pub fn planned(&mut self, rule: &Value) {
        if let Some((kind, times)) = kind_and_times(rule) {
            *self.faults.entry(kind.to_owned()).or_default() += times;
        }
    }

    /// What the simulator still holds was planned and has hit nothing.
    pub fn left_over(&mut self, faults: &Value) {
        for rule in faults.get("faults").and_then(Value::as_array).into_iter().flatten() {
            if let Some((kind, times)) = kind_and_times(rule)
                && let Some(count) = self.faults.get_mut(kind)
            {
                *count = count.saturating_sub(times);
            }
        }
    }

    pub fn ended(&mut self, journal: &[Entry]) {
        for entry in journal {
            *self.ends.entry(entry.text_key.clone()).or_default() += 1;
        }
    }

    /// `entry` is what stands in the journal at the end.
    pub fn settled(&mut self, operation: &str, entry: Option<&Entry>) {
        let end = match entry {
            None => "gone".to_owned(),
            Some(entry) if entry.is_open() => format!("waits for a person ({})", entry.text_key),
            Some(entry) => entry.text_key.clone(),
        };
        *self.unknown.entry(operation.to_owned()).or_default().entry(end).or_default() += 1;
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.histories += other.histories;
        self.calls += other.calls;
        self.requests += other.requests;
        self.kills += other.kills;
        self.kills_before_saving += other.kills_before_saving;
        self.restarts += other.restarts;
        for (kind, count) in other.faults {
            *self.faults.entry(kind).or_default() += count;
        }
        for (end, count) in other.ends {
            *self.ends.entry(end).or_default() += count;
        }
        for (operation, ends) in other.unknown {
            let known = self.unknown.entry(operation).or_default();
            for (end, count) in ends {
                *known.entry(end).or_default() += count;
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { histories, calls, requests, kills, kills_before_saving, restarts, faults, ends, unknown } = self;
        writeln!(f, "histories: {histories}, calls: {calls}, requests to the account: {requests}")?;
        writeln!(
            f,
            "processes killed: {kills}, between answer and saving: {kills_before_saving}, restarts of MariaDB: {restarts}"
        )?;
        let faults: Vec<String> =
            faults.iter().filter(|(_, count)| **count > 0).map(|(kind, count)| format!("{kind} {count}")).collect();
        writeln!(f, "faults: {}", faults.join(", "))?;
        let ends: Vec<String> = ends.iter().map(|(end, count)| format!("{end} {count}")).collect();
        writeln!(f, "entries of the journal: {}", ends.join(", "))?;
        writeln!(f, "outcomes that were not known at some moment, and how they were settled:")?;
        for (operation, ends) in unknown {
            let total: usize = ends.values().sum();
            let ends: Vec<String> = ends.iter().map(|(end, count)| format!("{end} {count}")).collect();
            writeln!(f, "  {operation} {total}: {}", ends.join(", "))?;
        }
        Ok(())
    }
}
