//! The programs that build the panel: trunk, wasm-bindgen, wasm-opt and terser. A version that is already on PATH is used;
//! otherwise it is installed once per machine, into a folder of the user's cache that carries the version in its name. axe-core, with which
//! the gallery is tested, and the versions of PHP that are not installed come the same way.

use crate::project::Project;
use crate::step;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trunk 0.22 needs a newer compiler than rust-toolchain.toml names.
const TRUNK: &str = "0.21.14";
const TERSER: &str = "5.51.2";
/// The newest one that rust-toolchain.toml's compiler builds.
const MAGO: &str = "1.29.0";
const AXE: &str = "4.14.1";
/// Of the npm packages that hold a version of PHP each, as WebAssembly.
const PHP: &str = "3.1.56";

struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    source: Source,
}

enum Source {
    /// With the versions of the package's own lock file.
    CargoLocked,
    /// The same, optimized little: it runs for a second, and how long it takes to build is what counts.
    CargoLockedQuickly,
    /// The lock file of wasm-bindgen-cli names a crate that cannot be had everywhere.
    CargoFresh,
    Npm,
}

fn all(root: &Path) -> Result<[Tool; 4]> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let trunk = fs::read_to_string(root.join("Trunk.toml")).context("cannot read Trunk.toml")?;
    let bindgen = locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let binaryen = toml_string(&trunk, "wasm_opt")
        .and_then(|version| version.strip_prefix("version_"))
        .context("Trunk.toml has no wasm_opt = \"version_…\"")?;

    Ok([
        Tool::new("trunk", "trunk", TRUNK, Source::CargoLocked),
        Tool::new("wasm-bindgen", "wasm-bindgen-cli", bindgen, Source::CargoFresh),
        Tool::new("wasm-opt", "binaryen", binaryen, Source::Npm),
        Tool::new("terser", "terser", TERSER, Source::Npm),
    ])
}

/// The analyser of PHP. It takes minutes to build, so that only what analyses installs it.
fn mago() -> Tool {
    Tool::new("mago", "mago", MAGO, Source::CargoLockedQuickly)
}

/// PATH with the folders of this repository's tools in front; a folder that is not there yet does no harm.
pub fn path(root: &Path) -> Result<OsString> {
    let mut folders = Vec::new();
    for tool in all(root)?.into_iter().chain([mago()]) {
        folders.push(tool.folder()?.join("bin"));
    }
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&inherited));
    Ok(std::env::join_paths(folders)?)
}

pub fn install_missing(project: &Project) -> Result<()> {
    all(&project.root)?.iter().try_for_each(|tool| tool.install_if_missing(project))
}

pub fn install_mago(project: &Project) -> Result<()> {
    mago().install_if_missing(project)
}

/// The script of axe-core, once it is installed.
pub fn axe() -> Result<PathBuf> {
    Ok(folder("axe-core", AXE)?.join("lib/node_modules/axe-core/axe.min.js"))
}

pub fn install_axe(project: &Project) -> Result<()> {
    if axe()?.is_file() {
        return Ok(());
    }
    let mut npm = npm_install(project, &format!("axe-core@{AXE}"));
    npm.arg(folder("axe-core", AXE)?);
    step::run(&format!("installing axe-core {AXE}"), npm)?;
    if !axe()?.is_file() {
        bail!("axe-core {AXE} was installed, yet {} is not there", axe()?.display());
    }
    Ok(())
}

/// The folder with the npm packages that tests/matrix/php.mjs runs.
pub fn php() -> Result<PathBuf> {
    folder("php-wasm", PHP)
}

pub fn install_php(project: &Project, versions: &[&str]) -> Result<()> {
    let folder = php()?;
    let mut packages: Vec<String> =
        versions.iter().map(|version| format!("@php-wasm/node-{}", version.replace('.', "-"))).collect();
    packages.push("@php-wasm/universal".to_owned());
    let is_installed = |package: &String| folder.join("node_modules").join(package).join("package.json").is_file();
    if packages.iter().all(is_installed) {
        return Ok(());
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut npm = project.command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    npm.args(packages.iter().map(|package| format!("{package}@{PHP}")));
    step::run(&format!("installing PHP {} as WebAssembly", versions.join(", ")), npm)?;
    if let Some(package) = packages.iter().find(|package| !is_installed(package)) {
        bail!("{package} {PHP} was installed, yet it is not in {}", folder.display());
    }
    Ok(())
}

/// Where a version of a package is installed.
fn folder(package: &str, version: &str) -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME says where a cache may stand")?;
    Ok(cache.join("ispmanager-noc/tools").join(format!("{package}-{version}")))
}

/// The folder is still to be named.
fn npm_install(project: &Project, exactly: &str) -> Command {
    let mut npm = project.command("npm");
    npm.args(["install", "--global", "--no-audit", "--no-fund", exactly, "--prefix"]);
    npm
}

impl Tool {
    fn new(program: &'static str, package: &'static str, version: &str, source: Source) -> Self {
        Self { program, package, version: version.to_owned(), source }
    }

    fn install_if_missing(&self, project: &Project) -> Result<()> {
        if self.is_found(project) {
            return Ok(());
        }
        let (package, version) = (self.package, &self.version);
        step::run(&format!("installing {package} {version}"), self.install(project)?)?;
        if !self.is_found(project) {
            bail!("{package} {version} was installed, yet `{} --version` does not name this version", self.program);
        }
        Ok(())
    }

    fn is_found(&self, project: &Project) -> bool {
        project
            .answer(self.program, &["--version"])
            .is_some_and(|answer| answer.split_whitespace().any(|word| word == self.version))
    }

    fn folder(&self) -> Result<PathBuf> {
        folder(self.package, &self.version)
    }

    fn install(&self, project: &Project) -> Result<Command> {
        let exactly = format!("{}@{}", self.package, self.version);
        let mut command = match self.source {
            Source::CargoLocked | Source::CargoLockedQuickly => {
                project.cargo(&["install", "--locked", &exactly, "--root"])
            }
            Source::CargoFresh => project.cargo(&["install", &exactly, "--root"]),
            Source::Npm => npm_install(project, &exactly),
        };
        if matches!(self.source, Source::CargoLockedQuickly) {
            let profile = [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16")];
            command.envs(profile.map(|(name, value)| (format!("CARGO_PROFILE_RELEASE_{name}"), value)));
        }
        // The tool's own build must not land among this repository's products.
        command.arg(self.folder()?).env_remove("CARGO_TARGET_DIR");
        Ok(command)
    }
}

/// The version of a crate in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
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
