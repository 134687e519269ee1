//! Many histories, several side by side, each lane with a database, web nodes and an account of its own.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::checker::Violation;
use crate::generator::history;
use crate::history::History;
use crate::mutants::Mutant;
use crate::run::{Outcome, run};
use crate::shrink::shrink;
use crate::stage::Stage;
use crate::tally::Tally;

/// After so many histories that failed there is enough to look at.
const ENOUGH_FAILURES: usize = 5;

pub struct Campaign {
    /// In this order.
    pub seeds: Vec<u64>,
    pub lanes: usize,
}

pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

impl Campaign {
    /// Prints what was found; histories with violations are an error.
    pub fn run(&self) -> Result<()> {
        if let (Some(first), Some(last)) = (self.seeds.first(), self.seeds.last()) {
            println!("{} histories, seeds {first} to {last}", self.seeds.len());
        }
        let started = Instant::now();
        let next = AtomicUsize::new(0);
        let failures = AtomicUsize::new(0);
        let tally = Mutex::new(Tally::default());
        thread::scope(|scope| {
            let lane = || -> Result<()> {
                let mut stage = Stage::start()?;
                while let Some(&seed) = self.seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if failures.load(Ordering::Relaxed) >= ENOUGH_FAILURES {
                        break;
                    }
                    let history = history(seed);
                    match run(&mut stage, &history) {
                        Ok(outcome) => {
                            if !outcome.violations.is_empty() {
                                failures.fetch_add(1, Ordering::Relaxed);
                                tell(&mut stage, &history, &outcome);
                            }
                            if let Ok(mut tally) = tally.lock() {
                                *tally += outcome.tally;
                            }
                        }
                        Err(error) => {
                            failures.fetch_add(1, Ordering::Relaxed);
                            println!("{history}  {error:#}\n  again: cargo xtask chaos --seed {}\n", history.seed);
                            stage = Stage::start()?;
                        }
                    }
                }
                Ok(())
            };
            let lanes: Vec<_> = (0..self.lanes.max(1)).map(|_| scope.spawn(lane)).collect();
            lanes.into_iter().try_for_each(|lane| lane.join().unwrap_or_else(|_| bail!("a lane has died")))
        })?;
        let tally = tally.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        let failures = failures.into_inner();
        println!("{tally}violations in {failures} histories; {} s", started.elapsed().as_secs());
        if failures > 0 { bail!("{failures} of {} histories broke a promise", tally.histories) } else { Ok(()) }
    }
}

/// One history again, with its steps.
pub fn replay(seed: u64) -> Result<()> {
    let history = history(seed);
    println!("{history}");
    let mut stage = Stage::start()?;
    stage.is_aloud = true;
    let outcome = run(&mut stage, &history)?;
    print!("{}", outcome.tally);
    if outcome.violations.is_empty() {
        println!("no violation");
        return Ok(());
    }
    stage.is_aloud = false;
    tell(&mut stage, &history, &outcome);
    bail!("the history broke a promise")
}

/// The seed, what was broken, and the shortest history that was found to break it.
fn tell(stage: &mut Stage, history: &History, outcome: &Outcome) {
    let mut text = format!("seed {}\n", history.seed);
    for violation in &outcome.violations {
        text += &format!("  {violation}\n");
    }
    text += &match shrink(stage, history) {
        Ok((_, 0, runs)) => format!("  not again in {runs} runs, so it hangs on timing; as it was: {history}"),
        Ok((shortest, failed, runs)) => format!("  {failed} of {runs} further runs failed; made shorter: {shortest}"),
        Err(error) => format!("  it could not be made shorter: {error:#}\n  as it was: {history}"),
    };
    println!("{text}  again: cargo xtask chaos --seed {}\n", history.seed);
}

/// Each safety switched off in turn must be found out within so many histories, the hard ones first.
pub fn mutants(histories: u64, names: &[String]) -> Result<()> {
    let mutants: Vec<Mutant> =
        Mutant::all()?.into_iter().filter(|mutant| names.is_empty() || names.contains(&mutant.name)).collect();
    let next = AtomicUsize::new(0);
    let survivors = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let lane = || -> Result<()> {
            while let Some(mutant) = mutants.get(next.fetch_add(1, Ordering::Relaxed)) {
                let started = Instant::now();
                let found = find(mutant, histories)?;
                let seconds = started.elapsed().as_secs();
                match found {
                    Some((number, how)) => {
                        println!("{}: found in history {number} after {seconds} s: {how}", mutant.name)
                    }
                    None => {
                        println!(
                            "{}: NOT FOUND in {histories} histories, {seconds} s. {}",
                            mutant.name, mutant.sentence
                        );
                        if let Ok(mut survivors) = survivors.lock() {
                            survivors.push(mutant.name.clone());
                        }
                    }
                }
            }
            Ok(())
        };
        let lanes: Vec<_> = (0..cores().min(mutants.len())).map(|_| scope.spawn(lane)).collect();
        lanes.into_iter().try_for_each(|lane| lane.join().unwrap_or_else(|_| bail!("a lane has died")))
    })?;
    let survivors = survivors.into_inner().unwrap_or_default();
    if survivors.is_empty() {
        Ok(())
    } else {
        bail!("the checker does not see that safeties are off: {}", survivors.join(", "))
    }
}

/// The number of the history that found it, counted from 1, and what was broken.
fn find(mutant: &Mutant, histories: u64) -> Result<Option<(u64, Violation)>> {
    let mut stage = Stage::start_with(Some(mutant))?;
    for number in 0..histories {
        let outcome = run(&mut stage, &history(number))?;
        if let Some(violation) = outcome.violations.into_iter().next() {
            return Ok(Some((number + 1, violation)));
        }
    }
    Ok(None)
}
