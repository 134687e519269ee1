//! The panel's gallery in a headless browser: its test, and `cargo xtask screenshots`.

use crate::project::Project;
use crate::service::{Interrupts, Service};
use crate::{build, step, tools};
use anyhow::Result;
use std::ffi::OsString;

const PICTURES: &str = "docs/screenshots";

/// Looks through the gallery that stands in target/www.
pub fn test(project: &Project, interrupts: &Interrupts) -> Result<()> {
    browse(project, [OsString::from("--axe"), tools::axe()?.into()], interrupts)
}

/// Builds the gallery and takes the pictures that the documents show.
pub fn screenshots(project: &Project) -> Result<()> {
    build::run(project)?;
    browse(project, [OsString::from("--pictures"), project.root.join(PICTURES).into()], &Interrupts::listen()?)
}

fn browse(project: &Project, arguments: [OsString; 2], interrupts: &Interrupts) -> Result<()> {
    let gallery = ["--package", "browser-tests", "--bin", "gallery"];
    let mut build = project.cargo(&["build"]);
    build.args(gallery);
    step::run("building the gallery's test", build)?;

    let mut run = project.cargo(&["run", "--quiet"]);
    run.args(gallery).args(["--", "--www"]).arg(build::gallery_folder(project)).args(arguments);
    Service::run("the gallery in the browser", run, interrupts)
}
