//! The panel's gallery in a headless browser: its test, and `cargo xtask screenshots`.

use crate::project::Project;
use crate::service::{Interrupts, Service};
use crate::stage::{Stage, free_port};
use crate::{build, package, step, tools};
use anyhow::Result;
use std::ffi::OsString;

const PICTURES: &str = "docs/screenshots";

/// Looks through the gallery that stands in target/www.
pub fn test(project: &Project, interrupts: &Interrupts) -> Result<()> {
    browse(project, [OsString::from("--axe"), tools::axe()?.into()], interrupts)
}

/// Takes the pictures that the documents show: the panel's views from the gallery, the partner page from both stand-ins.
pub fn screenshots(project: &Project) -> Result<()> {
    let package = package::run(project)?;
    let folder = project.root.join(PICTURES);
    let interrupts = Interrupts::listen()?;
    // The archive was made of the panel that stands in the gallery.
    browse(project, [OsString::from("--pictures"), folder.clone().into()], &interrupts)?;
    Stage::start(project, &package, "pictures", free_port(None)?, &interrupts)?.pictures(project, &folder, &interrupts)
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
