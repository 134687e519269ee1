//! `gallery --www DIR --axe FILE` looks through the built gallery; `gallery --www DIR --pictures DIR` takes its pictures. Exits 0 or 1.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};
use browser_tests::{exit, gallery};

#[tokio::main]
async fn main() -> ExitCode {
    exit(run().await)
}

async fn run() -> Result<()> {
    let mut arguments = pico_args::Arguments::from_env();
    let www: PathBuf = arguments.value_from_str("--www")?;
    let pictures: Option<PathBuf> = arguments.opt_value_from_str("--pictures")?;
    let axe: Option<PathBuf> = arguments.opt_value_from_str("--axe")?;
    let unknown = arguments.finish();
    match (pictures, axe) {
        (Some(folder), None) if unknown.is_empty() => gallery::pictures(&www, &folder).await,
        (None, Some(axe)) if unknown.is_empty() => gallery::check(&www, &axe).await,
        _ => bail!("either --axe FILE or --pictures DIR, and nothing else: {unknown:?}"),
    }
}
