//! Where things are in this repository, which versions it names, and how its commands are started.

use anyhow::{Context, Result};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Project {
    pub root: PathBuf,
    /// Cargo's target folder: everything that is made goes there.
    pub target: PathBuf,
    /// PATH with the build tools of this repository's versions in front.
    path: OsString,
}

impl Project {
    /// `tools_path` makes the PATH on which the tools of the repository at this root are found.
    pub fn locate(tools_path: impl FnOnce(&Path) -> Result<OsString>) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("xtask does not stand in crates/xtask")?
            .to_path_buf();
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        let path = tools_path(&root)?;
        Ok(Self { root, target, path })
    }

    /// A command in the repository's root that finds this repository's tools first.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    pub fn finds(&self, program: &str) -> bool {
        std::env::split_paths(&self.path).any(|folder| folder.join(program).is_file())
    }

    /// What a command prints, or nothing when it cannot be run or fails.
    pub fn answer(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = self.command(program).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
