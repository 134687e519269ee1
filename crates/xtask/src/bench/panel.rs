//! How soon the panel is there and how fast its picker answers a key, on a slow machine, beside a picker in plain JavaScript
//! (tests/bench-picker). The processor time of a keystroke is measured as well, without slowing down: it tells the same on a busy machine.
//! The browser's half, `panel_browser.rs`, prints names and numbers; here they become a table with goals.

use super::{Goal, Measurement};
use crate::machine::Reach;
use crate::package;
use crate::project::Project;
use crate::{setup, step};
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::fs;

/// Of the plain picker's time until it can be used.
const START: f64 = 1.3;
/// From a keystroke to painted results, 95 of 100 times, by the number of tariffs: a frame of the screen, and two.
const KEYSTROKES: [(u32, Option<f64>); 3] = [(100, None), (1_000, Some(16.0)), (5_000, Some(33.0))];
/// Of the heap after 20 mounts: what is left is the browser's own.
const HEAP: f64 = 1.1;

pub fn run(project: &Project) -> Result<Vec<Measurement>> {
    setup::run(project, Reach::Tests)?;
    let assets = package::run(project)?.assets;
    let folder = project.target.join("bench-panel");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    for file in [&assets.script, &assets.wasm, &assets.style] {
        fs::write(folder.join(&file.name), &file.bytes)?;
    }

    let bench = ["bench", "--profile", "dev", "--package", "xtask", "--bench", "panel"];
    let mut build = project.cargo(&bench);
    build.arg("--no-run");
    step::run("building the browser's half", build)?;
    let mut measure = project.cargo(&bench);
    measure.args(["--quiet", "--"]).arg(&folder);
    for file in [&assets.script, &assets.wasm, &assets.style] {
        measure.args([&file.name, &package::integrity(&file.bytes)]);
    }
    let output = measure.output().context("cannot start cargo")?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("the browser's half failed:\n{text}\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let line = |line: &str| Some((line.split_once(' ')?.0.to_owned(), line.split_once(' ')?.1.parse().ok()?));
    table(&text.lines().filter_map(line).collect())
}

fn table(numbers: &HashMap<String, f64>) -> Result<Vec<Measurement>> {
    let get = |name: &str| numbers.get(name).copied().with_context(|| format!("no {name} was printed: {numbers:?}"));
    let row = |what: String, value, unit, goal| Measurement { what, value, unit, goal };
    let mut rows = vec![row("the page is slowed down".to_owned(), get("slower")?, "times", None)];
    for (visit, when) in [("first", "first visit"), ("again", "files kept")] {
        for (page, what) in [("native", "page alone"), ("plain", "plain picker"), ("panel", "panel")] {
            rows.push(row(format!("{when}: {what}"), get(&format!("{visit}.{page}"))?, "ms", None));
        }
        let ratio = get(&format!("{visit}.panel"))? / get(&format!("{visit}.plain"))?;
        rows.push(row(format!("{when}: panel to plain picker"), ratio, "times", Some(Goal::AtMost(START))));
    }
    for (tariffs, limit) in KEYSTROKES {
        for (page, what) in [("plain", "plain picker"), ("panel", "panel")] {
            for percent in [50, 95] {
                let goal = limit.filter(|_| page == "panel" && percent == 95).map(Goal::Below);
                let value = get(&format!("keys.{page}.{tariffs}.{percent}"))?;
                rows.push(row(format!("key, {tariffs} tariffs, {what}, p{percent}"), value, "ms", goal));
            }
        }
    }
    for (tariffs, _) in KEYSTROKES {
        for (page, what) in [("plain", "plain picker"), ("panel", "panel")] {
            for percent in [50, 95] {
                let value = get(&format!("cost.{page}.{tariffs}.{percent}"))?;
                rows.push(row(format!("its processor time, {tariffs}, {what}, p{percent}"), value, "ms", None));
            }
        }
    }
    rows.push(row("heap after 20 mounts".to_owned(), get("heap.20")?, "KB", None));
    rows.push(row("heap after 200 mounts".to_owned(), get("heap.200")?, "KB", None));
    let ratio = get("heap.200")? / get("heap.20")?;
    rows.push(row("heap after 200 mounts to 20".to_owned(), ratio, "times", Some(Goal::AtMost(HEAP))));
    Ok(rows)
}
