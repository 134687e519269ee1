//! `cargo xtask build`: the version wherever it is named, the generated PHP contract, then the panel and the gallery by Trunk.

use crate::project::Project;
use crate::{licences, step, version};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The two files that Trunk and wasm-bindgen make of crates/panel; they belong together.
pub struct Panel {
    pub script: PathBuf,
    pub wasm: PathBuf,
}

pub fn run(project: &Project) -> Result<Panel> {
    version::write(project)?;
    write_contract(project)?;
    trunk(project)?;
    Ok(Panel {
        script: only_file(project, "ispnoc-panel-", ".js")?,
        wasm: only_file(project, "ispnoc-panel-", "_bg.wasm")?,
    })
}

pub fn gallery_folder(project: &Project) -> PathBuf {
    project.target.join("www")
}

/// The file that PHP reads the business's facts from; crates/wire writes its text.
fn write_contract(project: &Project) -> Result<()> {
    let generator = ["--package", "ispnoc-wire", "--bin", "contract"];
    let mut build = project.cargo(&["build"]);
    build.args(generator);
    step::run("building the contract's generator", build)?;

    let output = project.cargo(&["run", "--quiet"]).args(generator).output()?;
    if !output.status.success() {
        bail!("the contract's generator failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let path = project.root.join("php-hooks/servers/ispmanagernoc/contract.php");
    if fs::read(&path).ok().as_ref() != Some(&output.stdout) {
        fs::write(&path, &output.stdout).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn trunk(project: &Project) -> Result<()> {
    // After this neither Cargo nor Trunk has anything to fetch, so Trunk runs offline. What the standard library needs for a target is
    // fetched only when that is named, and then nothing else is.
    step::run("fetching the crates", project.cargo(&["fetch"]))?;
    let mut fetch = project.cargo(&["fetch", "--target", "wasm32-unknown-unknown"]);
    with_own_std(&mut fetch);
    step::run("fetching the standard library's crates", fetch)?;
    let mut trunk = project.command("trunk");
    with_own_std(&mut trunk);
    trunk
        .args(["build", "--release", "--offline", "--dist"])
        .arg(gallery_folder(project))
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project)?)
        // Trunk takes the customary NO_COLOR=1 for a malformed option.
        .env_remove("NO_COLOR");
    step::run("building the panel", trunk)
}

/// The standard library is built along with the panel, for size and without anything that a panic could print: a page pays for every byte,
/// and the panel has no place where a person would read it. The stable compiler does so when it is told that this is deliberate.
fn with_own_std(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
}

/// As Cargo expects it.
const BETWEEN_FLAGS: &str = "\u{1f}";

const QUIET_PANICS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Compiler flags for panics, and those that keep the folders of this machine out of the archive: without them two machines would never build
/// the same bytes.
fn flags(project: &Project) -> Result<OsString> {
    let mut folders = vec![project.root.clone()];
    folders.extend(licences::sources()?);
    folders.sort();

    let mut flags = OsString::from(QUIET_PANICS.join(BETWEEN_FLAGS));
    for folder in folders {
        flags.push(BETWEEN_FLAGS);
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("/=");
    }
    Ok(flags)
}

fn only_file(project: &Project, prefix: &str, suffix: &str) -> Result<PathBuf> {
    let folder = gallery_folder(project);
    let mut found = Vec::new();
    for file in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let file = file?;
        let name = file.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(prefix) && name.ends_with(suffix)) {
            found.push(file.path());
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => bail!("expected one file {prefix}…{suffix} in {}, found {found:?}", folder.display()),
    }
}
