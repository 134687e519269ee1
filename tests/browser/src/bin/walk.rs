//! `walk --whmcs URL --account URL --root DIR --axe FILE [--wasm-blocked] [--screenshots DIR]`: prints each step, exits 0 or 1. With
//! `--pictures DIR` it goes only so far that the partner page has something to show, and takes the pictures of the documents.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use browser_tests::{Options, exit, walk};

#[tokio::main]
async fn main() -> ExitCode {
    exit(run().await)
}

async fn run() -> Result<()> {
    let mut arguments = pico_args::Arguments::from_env();
    let options = Options {
        whmcs: arguments.value_from_str("--whmcs")?,
        account: arguments.value_from_str("--account")?,
        root: arguments.value_from_str::<_, PathBuf>("--root")?,
        axe: arguments.value_from_str("--axe")?,
        with_wasm: !arguments.contains("--wasm-blocked"),
        screenshots: arguments.opt_value_from_str("--screenshots")?,
        pictures: arguments.opt_value_from_str("--pictures")?,
    };
    let unknown = arguments.finish();
    anyhow::ensure!(unknown.is_empty(), "unknown arguments: {unknown:?}");
    walk(options).await
}
