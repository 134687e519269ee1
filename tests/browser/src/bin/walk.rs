//! `walk --whmcs URL --account URL --root DIR --axe FILE [--admin NAME] [--htaccess] [--wasm-type TYPE] [--trust KEY] [--wasm-blocked]
//! [--until-client-view] [--screenshots DIR]`: prints each step, exits 0 or 1. With `--pictures DIR` it goes only so far that the partner page
//! has something to show, and takes the pictures of the documents.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use browser_tests::{Length, Options, Server, WASM_TYPE, exit, walk};

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
        server: Server {
            admin: arguments.opt_value_from_str("--admin")?.unwrap_or_else(|| "admin".to_owned()),
            reads_htaccess: arguments.contains("--htaccess"),
            key: arguments.opt_value_from_str("--trust")?,
            wasm_type: arguments.opt_value_from_str("--wasm-type")?.unwrap_or_else(|| WASM_TYPE.to_owned()),
        },
        length: match arguments.opt_value_from_str("--pictures")? {
            Some(folder) => Length::Pictures(folder),
            None if arguments.contains("--until-client-view") => Length::UntilClientView,
            None => Length::Whole,
        },
        axe: arguments.value_from_str("--axe")?,
        with_wasm: !arguments.contains("--wasm-blocked"),
        screenshots: arguments.opt_value_from_str("--screenshots")?,
    };
    let unknown = arguments.finish();
    anyhow::ensure!(unknown.is_empty(), "unknown arguments: {unknown:?}");
    walk(options).await
}
