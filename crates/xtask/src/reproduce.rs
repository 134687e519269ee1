//! `cargo xtask reproduce`: the archive of the last commit, made in two folders that share nothing but Cargo's sources, must be the same
//! byte for byte. It builds everything twice, so no test runs it by itself.

use crate::project::Project;
use crate::{package, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Of different lengths and depths: what keeps a path would differ.
const FOLDERS: [&str; 2] = ["a/x", "another/and-deeper/y"];

pub fn run(project: &Project) -> Result<()> {
    let commit = project.answer("git", &["rev-parse", "HEAD"]).context("git does not know the last commit")?;
    let folder = project.target.join("reproduce");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    let mut made = Vec::new();
    for name in FOLDERS {
        let path = archive(project, commit.trim(), &folder.join(name))?;
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        println!("{}  {}", package::sha256(&bytes), path.display());
        made.push(bytes);
    }
    if made.first() != made.last() {
        bail!("the archives differ");
    }
    Ok(())
}

/// Makes the archive of the commit in a clone, whose products stand beside it.
fn archive(project: &Project, commit: &str, folder: &Path) -> Result<PathBuf> {
    let source = folder.join("source");
    let mut clone = project.command("git");
    clone.args(["clone", "--quiet", "--no-checkout"]).arg(&project.root).arg(&source);
    step::run("cloning", clone)?;
    let mut checkout = project.command("git");
    checkout.current_dir(&source).args(["checkout", "--quiet", "--detach", commit]);
    step::run("checking the commit out", checkout)?;

    let target = folder.join("products");
    let mut package = project.cargo(&["xtask", "package"]);
    package.current_dir(&source).env("CARGO_TARGET_DIR", &target);
    step::run(&format!("making the archive in {}", folder.display()), package)?;
    Ok(target.join("dist").join(package::NAME))
}
