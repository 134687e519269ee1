//! What the pages of the addon cost PHP on a large installation: 10,000 services, 50,000 entries of the journal, 5,000 differences, on MariaDB.

use super::{Goal, Measurement};
use crate::machine::Reach;
use crate::project::Project;
use crate::setup;
use anyhow::{Context, Result, bail};

const SCRIPT: &str = "crates/xtask/src/bench/pages.php";
const MILLISECONDS: f64 = 300.0;
const MEGABYTES: f64 = 64.0;
/// It is no page that somebody waits for, and has every entry.
const WHOLE: &str = "journal-as-csv";

pub fn run(project: &Project) -> Result<Vec<Measurement>> {
    setup::run(project, Reach::Tests)?;
    let output = project.command("php").arg(SCRIPT).arg(&project.root).output().context("cannot start php")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let told: Option<Vec<Measurement>> = text.lines().map(measurement).collect();
    match told {
        Some(told) if output.status.success() && !told.is_empty() && output.stderr.is_empty() => Ok(told),
        _ => bail!("the pages failed:\n{text}\n{}", String::from_utf8_lossy(&output.stderr)),
    }
}

/// Reads `journal.ms 12.5`.
fn measurement(line: &str) -> Option<Measurement> {
    let (name, value) = line.split_once(' ')?;
    let (page, unit) = name.split_once('.')?;
    let (what, unit, goal) = match unit {
        "ms" => ("time", "ms", (page != WHOLE).then_some(Goal::AtMost(MILLISECONDS))),
        "mb" => ("peak memory", "MB", Some(Goal::AtMost(MEGABYTES))),
        _ => return None,
    };
    Some(Measurement { what: format!("{}, {what}", page.replace('-', " ")), value: value.parse().ok()?, unit, goal })
}
