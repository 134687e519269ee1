//! `cargo xtask test`: every test of the product, from formatting to a walk in the browser. A failed step does not keep the independent
//! ones from running.

use crate::chaos;
use crate::gallery;
use crate::machine::Reach;
use crate::matrix;
use crate::package;
use crate::project::Project;
use crate::service::Interrupts;
use crate::setup;
use crate::size;
use crate::stage::{Stage, Wasm};
use crate::tally;
use crate::web::{Place, Way};
use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Where the product's PHP and the PHP of its tests stand.
const PHP_FOLDERS: [&str; 5] = ["php-hooks", "tests/php", "tests/matrix", "tests/whmcs", "tests/chaos/php"];
const PHPUNIT_SUITES: [&str; 2] = ["tests/php", "tests/whmcs"];

pub fn run(project: &Project) -> Result<()> {
    let started = Instant::now();
    let mut report = Report::default();

    if report.step("set-up of the machine", || setup::run(project, Reach::Tests)).is_some() {
        every_step(project, &mut report)?;
    }

    println!("\n{}", report.summary(started.elapsed().as_secs()));
    if !report.failed.is_empty() {
        bail!("failed: {}", report.failed.join(", "));
    }
    Ok(())
}

fn every_step(project: &Project, report: &mut Report) -> Result<()> {
    report.command("formatting", project.cargo(&["fmt", "--all", "--check"]));
    report.command("lints", project.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]));
    report.command(
        "lints of the panel as WASM",
        project.cargo(&[
            "clippy",
            "--package",
            "ispnoc-panel",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ]),
    );
    // Before the archive is built: building writes the generated files anew, and a stale one would not be noticed.
    report.command("tests in Rust", project.cargo(&["test", "--workspace"]));

    report.step("syntax of PHP", || php_syntax(project));
    report.command("style of PHP", project.command("phpcs"));
    for suite in PHPUNIT_SUITES {
        let mut phpunit = project.command("phpunit");
        phpunit.args(matrix::NOTHING_LEFT_OUT).arg("--configuration").arg(suite);
        report.command(&format!("tests in PHP: {suite}"), phpunit);
    }
    report.step("PHP 8.1 to 8.5", || matrix::supported(project));
    report.step("PHP 7.4", || matrix::old(project));

    let mut histories = chaos::command(project);
    histories.args(["--hard", "--histories", "60"]);
    report.command("histories full of faults", histories);
    let mut mutants = chaos::command(project);
    mutants.arg("--mutants");
    report.command("each safety switched off", mutants);

    let Some(package) = report.step("the archive", || package::run(project)) else {
        report.not_run(&["sizes", GALLERY]);
        report.not_run(&WALKS.map(|(name, ..)| name));
        return Ok(());
    };
    report.step("sizes", || size::run(project, &package));
    let interrupts = Interrupts::listen()?;
    // The archive was made of the panel that stands in the gallery.
    report.step(GALLERY, || gallery::test(project, &interrupts));
    for (name, way, wasm) in WALKS {
        report.step(name, || {
            let stage = Stage::start(project, &package, "walk", Place::anywhere(way)?, &interrupts)?;
            stage.walk(project, wasm, &interrupts)
        });
    }
    Ok(())
}

const GALLERY: &str = "gallery in the browser";
const WALKS: [(&str, Way, Wasm); 6] = [
    ("walk in the browser", Way::Php, Wasm::Allowed),
    ("walk in the browser with WASM blocked", Way::Php, Wasm::Blocked),
    ("walk behind Apache, with a custom admin directory", Way::Apache, Wasm::Allowed),
    ("walk behind Apache with PHP inside of it, without .htaccess", Way::ModPhp, Wasm::Allowed),
    ("walk behind nginx, in a subfolder and without a type for WASM", Way::Nginx, Wasm::Allowed),
    ("walk behind a proxy with HTTPS", Way::Proxy, Wasm::Allowed),
];

fn php_syntax(project: &Project) -> Result<()> {
    let mut files = Vec::new();
    for folder in PHP_FOLDERS {
        php_files(&project.root.join(folder), &mut files)?;
    }
    let mut broken = 0;
    for file in &files {
        // -n leaves out the extensions, which the parser does not need and which take most of the time.
        let output = project.command("php").args(["-n", "-l", "-d", "display_errors=stderr"]).arg(file).output()?;
        // A deprecation leaves the exit status at 0, and so only the fixed line of success may be printed.
        if !output.status.success() || !output.stderr.is_empty() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            broken += 1;
        }
    }
    println!("{} files", files.len());
    if broken > 0 {
        bail!("{broken} files are not clean PHP");
    }
    Ok(())
}

pub fn php_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            php_files(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "php") {
            files.push(path);
        }
    }
    Ok(())
}

#[derive(Default)]
struct Report {
    rows: Vec<Row>,
    failed: Vec<String>,
    not_run: Vec<String>,
}

struct Row {
    part: String,
    /// 0 for a part that is no runner of tests.
    tests: usize,
    seconds: u64,
    passed: bool,
}

impl Report {
    fn command(&mut self, name: &str, mut command: Command) {
        self.step(name, || {
            let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start it")?;
            tally::pass_on(child.stdout.take().context("no output to read")?)?;
            let status = child.wait()?;
            if status.success() { Ok(()) } else { bail!("{status}") }
        });
    }

    fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n── {name}");
        let started = Instant::now();
        let result = work();
        self.rows.push(Row {
            part: name.to_owned(),
            tests: tally::take(),
            seconds: started.elapsed().as_secs(),
            passed: result.is_ok(),
        });
        result
            .inspect_err(|error| {
                println!("failed: {error:#}");
                self.failed.push(name.to_owned());
            })
            .ok()
    }

    fn not_run(&mut self, names: &[&str]) {
        self.not_run.extend(names.iter().map(|name| (*name).to_owned()));
    }

    /// A row for each part, and what came of all.
    fn summary(&self, seconds: u64) -> String {
        let width = self.rows.iter().map(|row| row.part.chars().count()).max().unwrap_or(0);
        let mut summary = format!("{:width$}   tests  seconds\n", "part");
        for Row { part, tests, seconds, passed } in &self.rows {
            let tests = if *tests == 0 { "–".to_owned() } else { tests.to_string() };
            let _ =
                writeln!(summary, "{part:width$}  {tests:>6}  {seconds:>7}{}", if *passed { "" } else { "  FAILED" });
        }
        let passed = self.rows.iter().filter(|row| row.passed).count();
        let _ = write!(summary, "\nsteps: {passed} passed, {} failed", self.failed.len());
        if !self.not_run.is_empty() {
            let _ = write!(summary, ", {} not run ({})", self.not_run.len(), self.not_run.join(", "));
        }
        let _ = write!(summary, "; {} min {:02} s", seconds / 60, seconds % 60);
        summary
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_counts_what_was_run_and_names_what_was_not() {
        let mut report = Report::default();
        report.step("good", || {
            tally::add(12);
            Ok(())
        });
        report.step("bad", || -> Result<()> { bail!("no") });
        report.not_run(&["sizes"]);
        assert_eq!(
            report.summary(65),
            "part   tests  seconds\ngood      12        0\nbad        –        0  FAILED\n\nsteps: 1 passed, 1 failed, 1 not run (sizes); 1 min 05 s"
        );
        assert_eq!(report.failed, ["bad"]);
    }
}
