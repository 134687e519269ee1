//! `cargo xtask chaos`: histories full of faults, run by the crate in tests/chaos.

use crate::machine::Reach;
use crate::project::Project;
use crate::setup;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::process::Command;

/// `arguments` are that crate's own.
pub fn run(project: &Project, arguments: &[OsString]) -> Result<()> {
    setup::run(project, Reach::Tests)?;
    let status = command(project).args(arguments).status().context("cannot start cargo")?;
    if status.success() { Ok(()) } else { bail!("chaos failed ({status})") }
}

pub fn command(project: &Project) -> Command {
    project.cargo(&["run", "--quiet", "--package", "chaos", "--"])
}
