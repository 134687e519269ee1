//! Where things are in this repository, which versions it names, and how its commands are started.

use crate::tools;
use anyhow::{Context, Result};
use std::ffi::OsString;
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
    pub fn locate() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("xtask does not stand in crates/xtask")?
            .to_path_buf();
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        let path = tools::path(&root)?;
        Ok(Self { root, target, path })
    }

    /// A command in the repository's root that finds this repository's tools first.
    pub fn command(&self, program: &str) -> Command {
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

/// The version of a crate in the text of a Cargo.lock.
pub fn locked_version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let name = format!("name = \"{name}\"");
    lock.lines().skip_while(|line| *line != name).nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The value of `key = "value"` in the text of a TOML file; the first one wins.
pub fn toml_string<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let (found, value) = line.split_once('=')?;
        let value = value.trim().strip_prefix('"')?.strip_suffix('"')?;
        (found.trim() == key).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_that_of_the_crate_of_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn a_toml_string_is_found_by_its_whole_key() {
        let text = "# wasm_opt\n[tools]\nold_wasm_opt = \"a\"\nwasm_opt = \"version_132\"\n";
        assert_eq!(toml_string(text, "wasm_opt"), Some("version_132"));
        assert_eq!(toml_string(text, "opt"), None);
    }
}
