//! `cargo xtask bench`: measurements with goals, one file each.

mod account_sim;
mod http;
mod pages;
mod panel;
mod panel_size;
mod sync;

use crate::project::Project;
use anyhow::{Result, bail};

type Bench = fn(&Project) -> Result<Vec<Measurement>>;

const BENCHES: [(&str, Bench); 5] = [
    ("account-sim", account_sim::run),
    ("sync", sync::run),
    ("pages", pages::run),
    ("panel", panel::run),
    ("size", panel_size::run),
];

/// What was measured, beside the goal where there is one.
struct Measurement {
    what: String,
    value: f64,
    unit: &'static str,
    goal: Option<Goal>,
}

#[derive(Clone, Copy)]
enum Goal {
    AtLeast(f64),
    AtMost(f64),
    Below(f64),
}

impl Goal {
    fn is_met(&self, value: f64) -> bool {
        match *self {
            Self::AtLeast(goal) => value >= goal,
            Self::AtMost(goal) => value <= goal,
            Self::Below(goal) => value < goal,
        }
    }
}

/// Runs the named benchmark, or all of them. A missed goal is an error.
pub fn run(project: &Project, name: Option<&str>) -> Result<()> {
    let names = BENCHES.map(|(name, _)| name).join(", ");
    let chosen: Vec<_> = BENCHES.iter().filter(|(known, _)| name.is_none_or(|name| name == *known)).collect();
    if chosen.is_empty() {
        bail!("there is no benchmark {:?}; there are: {names}", name.unwrap_or_default());
    }
    let mut missed = Vec::new();
    for (name, bench) in chosen {
        println!("{name}");
        for Measurement { what, value, unit, goal } in bench(project)? {
            let wanted = match &goal {
                None => String::new(),
                Some(Goal::AtLeast(goal)) => format!("at least {goal}"),
                Some(Goal::AtMost(goal)) => format!("at most {goal}"),
                Some(Goal::Below(goal)) => format!("below {goal}"),
            };
            let is_missed = goal.is_some_and(|goal| !goal.is_met(value));
            println!("  {what:<44} {value:>10.1} {unit:<6} {wanted:<14}{}", if is_missed { " MISSED" } else { "" });
            if is_missed {
                missed.push(what);
            }
        }
    }
    if !missed.is_empty() {
        bail!("missed: {}", missed.join("; "));
    }
    Ok(())
}
