//! `gallery --www DIR --axe FILE` looks through the built gallery; `gallery --www DIR --pictures DIR` takes its pictures. Exits 0 or 1.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use browser_tests::gallery;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let mut arguments = pico_args::Arguments::from_env();
    let www: PathBuf = arguments.value_from_str("--www")?;
    let pictures: Option<PathBuf> = arguments.opt_value_from_str("--pictures")?;
    if let Some(folder) = pictures {
        return gallery::pictures(&www, &folder).await;
    }
    let axe: PathBuf = arguments.value_from_str("--axe")?;
    gallery::check(&www, &axe).await
}
