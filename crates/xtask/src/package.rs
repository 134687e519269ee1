//! `cargo xtask package`: the archive that is unpacked in WHMCS's modules folder. It holds what runs and nothing else.

use crate::archive::{self, Entry};
use crate::build;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

const MODULES: [&str; 2] = ["servers/ispmanagernoc", "addons/ispmanagernoc_partner"];
const ASSETS: &str = "servers/ispmanagernoc/assets";
/// A file whose name ends otherwise is not a part of a running module.
const ENDINGS: [&str; 6] = [".php", ".json", ".png", ".tpl", "/.htaccess", "/.user.ini"];

pub struct Package {
    pub path: PathBuf,
    pub assets: Assets,
}

/// The panel's files as they stand in the archive.
pub struct Assets {
    pub script: Entry,
    pub wasm: Entry,
    pub style: Entry,
}

pub fn run(project: &Project) -> Result<Package> {
    let panel = build::run(project)?;
    let www = project.root.join("www");
    let assets = Assets {
        script: hashed("panel", ".js", minified(project, &[&panel.script, &www.join("boot.js")])?),
        wasm: hashed("panel", "_bg.wasm", read(&panel.wasm)?),
        style: hashed("panel", ".css", read(&www.join("panel.css"))?),
    };

    let path = write(project, "whmcs_ispmanager_noc.zip", assets.entries())?;
    Ok(Package { path, assets })
}

/// The archive without the panel's files, for whoever needs the module alone: building the panel takes minutes.
pub fn without_panel(project: &Project) -> Result<PathBuf> {
    write(project, "without_panel.zip", Vec::new())
}

fn write(project: &Project, name: &str, mut entries: Vec<Entry>) -> Result<PathBuf> {
    for module in MODULES {
        collect(&project.root.join("php-hooks"), module, &mut entries)?;
    }
    let folder = project.target.join("dist");
    let path = folder.join(name);
    fs::create_dir_all(&folder)?;
    fs::write(&path, archive::zip(&entries)?).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

impl Assets {
    fn entries(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = [&self.script, &self.wasm, &self.style]
            .into_iter()
            .map(|file| Entry { name: format!("{ASSETS}/{}", file.name), bytes: file.bytes.clone() })
            .collect();
        entries.push(Entry { name: format!("{ASSETS}/manifest.json"), bytes: self.manifest().into_bytes() });
        entries.push(Entry { name: format!("{ASSETS}/.htaccess"), bytes: include_bytes!("assets.htaccess").to_vec() });
        entries
    }

    /// PHP learns the hashed names from this file.
    fn manifest(&self) -> String {
        let Self { script, wasm, style } = self;
        format!("{{\"script\":\"{}\",\"wasm\":\"{}\",\"style\":\"{}\"}}\n", script.name, wasm.name, style.name)
    }
}

/// A file whose name carries a hash of its content: a browser may keep it for ever and still never show an old one.
fn hashed(stem: &str, ending: &str, bytes: Vec<u8>) -> Entry {
    let hash: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Entry { name: format!("{stem}-{hash}{ending}"), bytes }
}

/// Several scripts as one. A page may run it again and again, so all of it stands in a function and declares nothing in the page.
/// Trunk could do this as well, but its minifier does not read what wasm-bindgen writes.
fn minified(project: &Project, scripts: &[&Path]) -> Result<Vec<u8>> {
    let mut terser = project.command("terser");
    terser.args(scripts).args(["--enclose", "--compress", "passes=2", "--mangle"]);
    let output = terser.output().context("cannot start terser")?;
    if !output.status.success() {
        bail!("terser does not understand {scripts:?}:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Takes the files of a folder and of those below it; `name` is the folder's path inside the archive.
fn collect(source: &Path, name: &str, entries: &mut Vec<Entry>) -> Result<()> {
    let folder = source.join(name);
    for file in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let file = file?;
        let path = file.path();
        let name = format!("{name}/{}", file.file_name().to_string_lossy());
        if file.file_type()?.is_dir() {
            collect(source, &name, entries)?;
        } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            entries.push(Entry { name, bytes: read(&path)? });
        } else {
            bail!("{} is no part of a running module: move it out of php-hooks", path.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_json_with_the_names_of_the_three_files() {
        let file = |name: &str| Entry { name: name.to_owned(), bytes: Vec::new() };
        let assets = Assets { script: file("panel-2.js"), wasm: file("panel-3_bg.wasm"), style: file("panel-4.css") };
        let manifest: serde_json::Value = serde_json::from_str(&assets.manifest()).unwrap();
        assert_eq!(
            manifest,
            serde_json::json!({"script": "panel-2.js", "wasm": "panel-3_bg.wasm", "style": "panel-4.css"})
        );
    }
}
