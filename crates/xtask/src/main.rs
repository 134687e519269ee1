//! `cargo xtask`: everything a person runs in this repository, one file per command.

mod analyse;
mod archive;
mod bench;
mod build;
mod chaos;
mod demo;
mod gallery;
mod licences;
mod machine;
mod matrix;
mod package;
mod php;
mod project;
mod reproduce;
mod service;
mod setup;
mod size;
mod stage;
mod step;
mod tally;
mod test;
mod tools;
mod version;
mod web;

use anyhow::{Result, bail};
use machine::Reach;
use project::Project;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  setup                    install what is missing on this machine; says nothing when nothing is
  build                    build the panel (WASM) and the gallery into target/www
  package                  make target/dist/whmcs_ispmanager_noc.zip, ready to be unpacked in WHMCS's modules folder
  reproduce                make the archive of the last commit in two other folders and compare; takes as long as two builds from nothing
  size                     print the compressed sizes of the panel's files and fail above their limits
  demo [--port N]          serve the product with both stand-ins, on port 8088 unless another is named; Ctrl-C stops everything
  demo --check             go the whole way in a headless browser instead, print each step and stop
  demo --check --behind X  the same, as far as both areas show the panel, behind apache, apache-mod-php, nginx or a proxy with HTTPS
  screenshots              take the pictures of docs/screenshots anew, of the gallery and of the partner page with both stand-ins behind it
  test                     every test
  matrix                   those of PHP that need no processes or sockets, on every version of PHP, and what an old PHP says
  analyse                  look through the modules' types without running them; builds the analyser once, which takes minutes
  chaos --histories N      run N histories full of faults against the modules, and hold WHMCS's and the account's books side by side
  chaos --seed S           the history of one seed again, step by step
  chaos --mutants          switch each safety of the modules off in turn: chaos must find it out
  bench [NAME]             measure and compare with the goals: account-sim, sync, pages, panel or size; all unless one is named
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
    let command = arguments.subcommand()?;
    let help = command.is_none() || arguments.contains(["-h", "--help"]);
    let demo = if command.as_deref() == Some("demo") {
        demo::Options {
            port: arguments.opt_value_from_str("--port")?,
            check: arguments.contains("--check"),
            behind: arguments.opt_value_from_str("--behind")?.unwrap_or_default(),
        }
    } else {
        demo::Options::default()
    };
    let bench = if command.as_deref() == Some("bench") { arguments.subcommand()? } else { None };
    let unused = arguments.finish();
    if help || command.as_deref() == Some("help") {
        print!("{USAGE}");
        return Ok(());
    }
    let is_chaos = command.as_deref() == Some("chaos");
    if !is_chaos && !unused.is_empty() {
        bail!("unknown arguments {unused:?}\n\n{USAGE}");
    }

    let project = Project::locate(tools::path)?;
    match command.as_deref().unwrap_or_default() {
        "setup" => setup::run(&project, Reach::Tests)?,
        "build" => {
            setup::run(&project, Reach::Panel)?;
            build::run(&project)?;
        }
        "package" => {
            setup::run(&project, Reach::Panel)?;
            println!("{}", package::run(&project)?.path.display());
        }
        "reproduce" => {
            setup::run(&project, Reach::Panel)?;
            reproduce::run(&project)?;
        }
        "size" => {
            setup::run(&project, Reach::Panel)?;
            size::run(&project, &package::run(&project)?)?;
        }
        "demo" => demo::run(&project, &demo)?,
        "screenshots" => {
            setup::run(&project, Reach::Tests)?;
            gallery::screenshots(&project)?;
        }
        "test" => test::run(&project)?,
        "matrix" => {
            setup::run(&project, Reach::Tests)?;
            matrix::supported(&project)?;
            matrix::old(&project)?;
        }
        "analyse" => analyse::run(&project)?,
        "chaos" => chaos::run(&project, &unused)?,
        "bench" => bench::run(&project, bench.as_deref())?,
        other => bail!("there is no command {other:?}\n\n{USAGE}"),
    }
    Ok(())
}
