//! The list of what is compiled into the panel's WASM and script: each crate with its version, its licence and whose work it is. It depends
//! on Cargo.lock alone, for Cargo checks what it fetches against that.

use crate::project::Project;
use crate::tools::toml_string;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const HEAD: &str = "\
ispmanager NOC itself is under the MIT license: see LICENSE beside this file.

The panel (assets/) is compiled from these works of others as well; nothing else is shipped. Of two licenses joined by OR the first one is
chosen. The texts: https://spdx.org/licenses/ under the names given here.

";

#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Crate {
    name: String,
    version: String,
    license: String,
}

/// The crates must have been fetched.
pub fn list(project: &Project) -> Result<String> {
    let toolchain =
        fs::read_to_string(project.root.join("rust-toolchain.toml")).context("cannot read rust-toolchain.toml")?;
    let rust = toml_string(&toolchain, "channel").context("rust-toolchain.toml names no channel")?;
    let mut text = format!(
        "{HEAD}Rust's standard library {rust}, MIT OR Apache-2.0\n    Copyright (c) The Rust Project Contributors\n"
    );
    let sources = sources()?;
    for found in crates(project)? {
        let Crate { name, version, license } = &found;
        text.push_str(&format!("{name} {version}, {license}\n"));
        let folder = folder(&sources, &found)?;
        for owner in owners(&folder)? {
            text.push_str(&format!("    {owner}\n"));
        }
    }
    Ok(text)
}

/// What the panel is made of on its target, without what only takes part in compiling. Crates of this repository are the product's own.
fn crates(project: &Project) -> Result<BTreeSet<Crate>> {
    let mut tree =
        project.cargo(&["tree", "--offline", "--package", "ispnoc-panel", "--target", "wasm32-unknown-unknown"]);
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"]);
    let output = tree.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("cargo tree failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|line| !line.contains(" (/"))
        .map(|line| parse(line).with_context(|| format!("not understood: {line:?}")))
        .collect()
}

fn parse(line: &str) -> Option<Crate> {
    let (package, rest) = line.split_once('|')?;
    let (name, version) = package.split_once(" v")?;
    // A crate that stood in the tree before is marked behind its licence.
    let license = rest.trim_end_matches(" (*)").replace('/', " OR ");
    (!license.is_empty()).then(|| Crate { name: name.to_owned(), version: version.trim().to_owned(), license })
}

/// The folders in which Cargo keeps the sources of registries.
pub fn sources() -> Result<Vec<PathBuf>> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
        .context("neither CARGO_HOME nor HOME says where Cargo keeps the crates")?;
    let registries = home.join("registry/src");
    let mut folders = Vec::new();
    for registry in fs::read_dir(&registries).with_context(|| format!("cannot read {}", registries.display()))? {
        folders.push(registry?.path());
    }
    folders.sort();
    Ok(folders)
}

fn folder(sources: &[PathBuf], of: &Crate) -> Result<PathBuf> {
    let name = format!("{}-{}", of.name, of.version);
    sources
        .iter()
        .map(|source| source.join(&name))
        .find(|folder| folder.is_dir())
        .with_context(|| format!("the source of {name} is not there"))
}

/// The lines of its licence files that say whose work it is, else the authors that its manifest names.
fn owners(folder: &Path) -> Result<BTreeSet<String>> {
    let mut owners = BTreeSet::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().to_uppercase();
        if name.starts_with("LICEN") && !name.contains("APACHE") {
            owners.extend(copyrights(&fs::read_to_string(file.path())?));
        }
    }
    if owners.is_empty() {
        owners.extend(authors(&fs::read_to_string(folder.join("Cargo.toml"))?));
    }
    Ok(owners)
}

fn copyrights(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    // A licence speaks of copyright as well; whoever claims it gives a year or a sign.
    text.lines().map(words).filter(|line| {
        line.to_lowercase().starts_with("copyright") && line.chars().any(|c| c.is_ascii_digit() || c == '©')
            || line.starts_with('©')
    })
}

/// As Cargo writes manifests of published crates: a list, each of its texts on a line or all of them on one.
fn authors(manifest: &str) -> Vec<String> {
    let Some((_, rest)) = manifest.split_once("\nauthors = [") else { return Vec::new() };
    let list = rest.split_once("]\n").map_or(rest, |(list, _)| list);
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_a_crate_with_its_licence() {
        let krate = |name: &str, version: &str, license: &str| Crate {
            name: name.to_owned(),
            version: version.to_owned(),
            license: license.to_owned(),
        };
        assert_eq!(
            parse("toml v1.2.1+spec-1.1.0|MIT OR Apache-2.0"),
            Some(krate("toml", "1.2.1+spec-1.1.0", "MIT OR Apache-2.0"))
        );
        assert_eq!(parse("walkdir v2.5.0|Unlicense/MIT (*)"), Some(krate("walkdir", "2.5.0", "Unlicense OR MIT")));
        assert_eq!(parse("nobodys v1.0.0|"), None, "a crate without a licence is nothing that may be shipped");
    }

    #[test]
    fn whose_work_it_is_stands_in_the_licence_or_in_the_manifest() {
        let text = "MIT License\n\n  Copyright (c)  2014 Alex\nThe above copyright notice\ncopyright holders be liable in 3 cases\n© 2020 Unicode";
        let found: Vec<String> = copyrights(text).filter(|line| !line.contains("holders")).collect();
        assert_eq!(found, ["Copyright (c) 2014 Alex", "© 2020 Unicode"]);
        let manifest =
            "[package]\nname = \"x\"\nauthors = [\n    \"One <a@example.com>\",\n    \"Two\",\n]\nlicense = \"MIT\"\n";
        assert_eq!(authors(manifest), ["One <a@example.com>", "Two"]);
        assert!(authors("[package]\n").is_empty());
    }

    #[test]
    fn the_panel_is_made_of_crates_that_may_be_shipped() {
        let project = Project::locate(|_| Ok(std::env::var_os("PATH").unwrap_or_default())).unwrap();
        let text = list(&project).unwrap();
        assert!(text.contains("\nleptos 0."), "{text}");
        assert!(!text.contains("ispnoc-") && !text.contains("(/"), "{text}");
        for krate in crates(&project).unwrap() {
            let is_free =
                ["MIT", "Apache-2.0", "Zlib", "BSL-1.0", "Unicode-3.0"].iter().any(|free| krate.license.contains(free));
            assert!(is_free, "{krate:?}");
        }
        assert_eq!(text, list(&project).unwrap());
    }
}
