//! `chaos`: runs histories, or one again by its seed, and says what they found. `cargo xtask chaos` starts it.

use std::process::ExitCode;

use anyhow::{Result, bail};
use chaos::HARD;
use chaos::campaign::{self, Campaign};

const USAGE: &str = "\
chaos --histories N [--seed S] [--hard] [--lanes L]
    N histories from the seed S, or from one drawn by chance; before them, if asked for, the hard ones, which are always the same
chaos --seed S
    the history of one seed again, step by step
chaos --mutants [NAME...] [--histories N]
    each safety of the modules switched off in turn must be found out within N histories, 200 unless told
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = pico_args::Arguments::from_env();
    let seed: Option<u64> = arguments.opt_value_from_str("--seed")?;
    let histories: Option<u64> = arguments.opt_value_from_str("--histories")?;
    let lanes = arguments.opt_value_from_str("--lanes")?.unwrap_or_else(campaign::cores);
    let is_hard = arguments.contains("--hard");
    let is_mutants = arguments.contains("--mutants");
    let rest: Vec<String> = arguments.finish().iter().map(|name| name.to_string_lossy().into_owned()).collect();
    match (histories, seed) {
        (histories, None) if is_mutants => campaign::mutants(histories.unwrap_or(200), &rest),
        _ if !rest.is_empty() || is_mutants => bail!("not understood: {rest:?}\n\n{USAGE}"),
        (None, Some(seed)) => campaign::replay(seed),
        (Some(histories), seed) => {
            // Seeds that are easy to type.
            let first = seed.unwrap_or_else(|| fastrand::u64(1..1_000_000) * 10_000);
            let hard = if is_hard { 0..HARD } else { 0..0 };
            Campaign { seeds: hard.chain(first..first + histories).collect(), lanes }.run()
        }
        (None, None) => bail!("{USAGE}"),
    }
}
