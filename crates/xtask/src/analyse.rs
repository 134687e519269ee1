//! `cargo xtask analyse`: static analysis of the modules by mago, as mago.toml has it, for the oldest and the newest version of PHP that
//! they support. It is no part of `cargo xtask test`: the analyser takes minutes to build.

use crate::machine::Reach;
use crate::matrix;
use crate::project::Project;
use crate::{setup, tools};
use anyhow::{Context, Result, bail};

pub fn run(project: &Project) -> Result<()> {
    setup::run(project, Reach::Demo)?;
    tools::install_mago(project)?;
    for version in [matrix::OLDEST, matrix::NEWEST] {
        let mut mago = project.command("mago");
        mago.args(["--php-version", version, "analyze", "--minimum-report-level", "warning"]);
        let status = mago.status().context("cannot start mago")?;
        if !status.success() {
            bail!("the analysis for PHP {version} found what is not right ({status})");
        }
        println!("analysis for PHP {version}: nothing found");
    }
    Ok(())
}
