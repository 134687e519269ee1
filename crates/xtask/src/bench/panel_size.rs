//! What the panel's WASM is made of: the code of each crate and the largest functions, after all optimisation. `cargo xtask size` has the limit;
//! this says where to look. The shipped file has no names, so wasm-bindgen and wasm-opt run once more, with names kept.

use super::Measurement;
use crate::machine::Reach;
use crate::project::Project;
use crate::{build, setup, step};
use anyhow::{Context, Result, bail};
use std::fs;

const CRATES: usize = 20;
const FUNCTIONS: usize = 15;
/// Longer names are cut: the end of a name is mostly types.
const NAME: usize = 100;

pub fn run(project: &Project) -> Result<Vec<Measurement>> {
    setup::run(project, Reach::Panel)?;
    build::run(project)?;
    let folder = project.target.join("bench-size");
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder);
    bindgen.arg(project.target.join("wasm32-unknown-unknown/release/ispnoc_panel.wasm"));
    step::run("binding the panel", bindgen)?;
    let mut optimize = project.command("wasm-opt");
    optimize.args(["-Oz", "--debuginfo"]).args(optimizer_flags(project)?.split_whitespace());
    optimize.arg(folder.join("ispnoc_panel_bg.wasm")).arg("--output").arg(folder.join("named.wasm"));
    step::run("optimising the panel", optimize)?;

    let bench = ["bench", "--profile", "dev", "--package", "xtask", "--bench", "panel-functions"];
    let mut build = project.cargo(&bench);
    build.arg("--no-run");
    step::run("building the reader of WASM", build)?;
    let output = project.cargo(&bench).args(["--quiet", "--"]).arg(folder.join("named.wasm")).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("the reader of WASM failed:\n{text}\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let rows = |kind: &str| -> Vec<(f64, &str)> {
        text.lines()
            .filter_map(|line| line.strip_prefix(kind)?.strip_prefix(' ')?.split_once(' '))
            .filter_map(|(bytes, name)| Some((bytes.parse().ok()?, name)))
            .collect()
    };
    let total: f64 = rows("crate").iter().map(|(bytes, _)| bytes).sum();
    let mut measurements = vec![measurement("all code", total)];
    for (kind, most) in [("crate", CRATES), ("function", FUNCTIONS)] {
        measurements.extend(rows(kind).into_iter().take(most).map(|(bytes, name)| measurement(name, bytes)));
    }
    Ok(measurements)
}

fn measurement(name: &str, bytes: f64) -> Measurement {
    Measurement { what: name.chars().take(NAME).collect(), value: bytes / 1024.0, unit: "KB", goal: None }
}

/// As Trunk gives them to wasm-opt.
fn optimizer_flags(project: &Project) -> Result<String> {
    let page = fs::read_to_string(project.root.join("www/index.html"))?;
    let (_, rest) = page.split_once("data-wasm-opt-params=\"").context("www/index.html names no flags for wasm-opt")?;
    let (flags, _) = rest.split_once('"').context("www/index.html has an open attribute")?;
    Ok(flags.to_owned())
}
