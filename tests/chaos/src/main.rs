//! `chaos`: runs histories, or one again by its seed, and says what they found. `cargo xtask chaos` starts it.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use chaos::campaign::{self, Campaign};

const USAGE: &str = "\
chaos --histories N [--seed S] [--lanes L]   N histories, beginning with the seed S or one drawn by chance
chaos --mutants [--histories N] [--seed S]   each safety switched off in turn must be found out within N histories, 200 unless told
chaos --seed S                               the history of one seed again, step by step
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
    let mutants = arguments.contains("--mutants");
    let lanes: Option<usize> = arguments.opt_value_from_str("--lanes")?;
    let unused = arguments.finish();
    let names: Vec<String> =
        if mutants { unused.iter().map(|name| name.to_string_lossy().into_owned()).collect() } else { Vec::new() };
    if !mutants && !unused.is_empty() {
        bail!("unknown arguments {unused:?}\n\n{USAGE}");
    }
    if mutants {
        return campaign::mutants(seed.unwrap_or(1), histories.unwrap_or(200), &names);
    }
    match (histories, seed) {
        (None, Some(seed)) => campaign::replay(seed),
        (Some(histories), seed) => {
            // Seeds that are easy to type.
            let first = seed.unwrap_or_else(|| fastrand::u64(..1_000_000) * 10_000);
            let lanes = lanes.unwrap_or_else(campaign::cores);
            Campaign { first, histories, lanes }.run().context("histories failed")
        }
        (None, None) => bail!("{USAGE}"),
    }
}
