//! `cargo xtask build`: the generated PHP contract, then the panel and the gallery by Trunk.

use crate::project::Project;
use crate::step;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

/// The two files that Trunk and wasm-bindgen make of crates/panel; they belong together.
pub struct Panel {
    pub script: PathBuf,
    pub wasm: PathBuf,
}

pub fn run(project: &Project) -> Result<Panel> {
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
    // After this neither Cargo nor Trunk has anything to fetch, so Trunk runs offline.
    step::run("fetching the crates", project.cargo(&["fetch"]))?;
    let mut trunk = project.command("trunk");
    trunk
        .args(["build", "--release", "--offline", "--dist"])
        .arg(gallery_folder(project))
        .env("CARGO_ENCODED_RUSTFLAGS", without_local_paths(project)?)
        // Trunk takes the customary NO_COLOR=1 for a malformed option.
        .env_remove("NO_COLOR");
    step::run("building the panel", trunk)
}

/// Compiler flags that keep the folders of this machine out of the archive. Without them the WASM names the file of each place that may
/// panic in full, and two machines would never build the same bytes.
fn without_local_paths(project: &Project) -> Result<OsString> {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
        .context("neither CARGO_HOME nor HOME says where Cargo keeps the crates")?;
    let crates = cargo_home.join("registry/src");
    let mut folders = vec![project.root.clone()];
    for registry in fs::read_dir(&crates).with_context(|| format!("cannot read {}", crates.display()))? {
        folders.push(registry?.path());
    }
    folders.sort();

    let mut flags = OsString::new();
    for (position, folder) in folders.iter().enumerate() {
        flags.push(if position == 0 { "" } else { "\u{1f}" });
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
