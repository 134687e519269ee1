//! `cargo xtask package`: the archive that is unpacked in WHMCS's modules folder. It holds what runs and nothing else.

use crate::archive::{self, Entry};
use crate::project::Project;
use crate::version::VERSION;
use crate::{build, licences, php};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::{Path, PathBuf};

pub const NAME: &str = "whmcs_ispmanager_noc.zip";
/// What a hosting company may be sent by e-mail and unpack by its control panel without a thought.
const LIMIT: usize = 400_000;
const SERVER: &str = "servers/ispmanagernoc";
const ADDON: &str = "addons/ispmanagernoc_partner";
const ASSETS: &str = "servers/ispmanagernoc/assets";
/// A file whose name ends otherwise is not a part of a running module.
const ENDINGS: [&str; 6] = [".php", ".json", ".png", ".tpl", "/.htaccess", "/.user.ini"];
/// Folders whose files a browser may ask for by name, and nobody may list.
const PUBLIC: [&str; 3] = [SERVER, ADDON, ASSETS];

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
    refuse_paths(project, &assets.wasm)?;

    let mut entries = assets.entries();
    entries.push(Entry { name: format!("{SERVER}/LICENSES.txt"), bytes: licences::list(project)?.into_bytes() });
    let path = write(project, NAME, entries)?;
    let size = fs::metadata(&path)?.len();
    ensure!(size < LIMIT as u64, "{} has {size} bytes: more than the {LIMIT} that it may have", path.display());
    Ok(Package { path, assets })
}

/// The archive without the panel's files, for whoever needs the module alone: building the panel takes minutes.
pub fn without_panel(project: &Project) -> Result<PathBuf> {
    write(project, "without_panel.zip", Vec::new())
}

/// The archive with its checksum beside it, as sha256sum writes and reads it.
fn write(project: &Project, name: &str, mut entries: Vec<Entry>) -> Result<PathBuf> {
    entries.append(&mut module_files(project)?);
    entries.push(list_of(&entries));
    let folder = project.target.join("dist");
    let path = folder.join(name);
    let bytes = archive::zip(&entries)?;
    fs::create_dir_all(&folder)?;
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    let checksum = folder.join(format!("{name}.sha256"));
    fs::write(&checksum, format!("{}  {name}\n", sha256(&bytes)))
        .with_context(|| format!("cannot write {}", checksum.display()))?;
    Ok(path)
}

/// Both modules as they stand in the repository, with what says whose they are and of which version.
fn module_files(project: &Project) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let license = read(&project.root.join("LICENSE"))?;
    for module in [SERVER, ADDON] {
        collect(&project.root.join("php-hooks"), module, &mut entries)?;
        entries.push(Entry { name: format!("{module}/LICENSE"), bytes: license.clone() });
        entries.push(Entry { name: format!("{module}/VERSION"), bytes: format!("{VERSION}\n").into_bytes() });
    }
    for folder in PUBLIC {
        let bytes = include_bytes!("nothing_here.php").to_vec();
        entries.push(Entry { name: format!("{folder}/index.php"), bytes });
    }
    Ok(entries)
}

/// By this list the module finds out which of its files an upload has damaged, left out or left old. It protects against nobody, so a part
/// of a hash is enough: the whole would cost the archive 6 KB.
fn list_of(entries: &[Entry]) -> Entry {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    let line = |entry: &Entry| format!("{}  {}\n", short_hash(&entry.bytes), entry.name);
    let lines: String = sorted.into_iter().map(line).collect();
    let text = format!("{VERSION}: every file under modules/, with the first 16 digits of its SHA-256\n{lines}");
    Entry { name: format!("{SERVER}/files.txt"), bytes: text.into_bytes() }
}

/// A folder of the machine that built it in the WASM would make other bytes on another one, and tell what is nobody's business.
fn refuse_paths(project: &Project, wasm: &Entry) -> Result<()> {
    let mut paths = vec!["/root/".to_owned(), "/home/".to_owned(), ".cargo/registry".to_owned(), ".rustup/".to_owned()];
    paths.push(project.root.to_string_lossy().into_owned());
    paths.extend(licences::sources()?.iter().map(|folder| folder.to_string_lossy().into_owned()));
    match paths.iter().find(|path| holds(&wasm.bytes, path)) {
        Some(path) => bail!("the WASM holds the path {path}: see the flags in build.rs"),
        None => Ok(()),
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
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

    /// From this file PHP learns the hashed names, the sizes that it looks at, and the hashes at which the browser looks.
    fn manifest(&self) -> String {
        let part = |name: &str, file: &Entry| {
            let Entry { name: file, bytes } = file;
            format!(
                "  \"{name}\": {{ \"file\": \"{file}\", \"bytes\": {}, \"integrity\": \"{}\" }}",
                bytes.len(),
                integrity(bytes)
            )
        };
        let parts = [part("script", &self.script), part("wasm", &self.wasm), part("style", &self.style)];
        format!("{{\n  \"version\": \"{VERSION}\",\n{}\n}}\n", parts.join(",\n"))
    }
}

/// A file whose name carries a hash of its content: a browser may keep it for ever and still never show an old one.
fn hashed(stem: &str, ending: &str, bytes: Vec<u8>) -> Entry {
    Entry { name: format!("{stem}-{}{ending}", short_hash(&bytes)), bytes }
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As the attribute `integrity` of HTML has it: the hash in base64, which for SHA-384 needs no padding.
pub fn integrity(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = "sha384-".to_owned();
    for three in Sha384::digest(bytes).chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let digits = [18, 12, 6, 0].into_iter().filter_map(|shift| DIGITS.get((bits >> shift & 63) as usize));
        text.extend(digits.map(|digit| char::from(*digit)));
    }
    text
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
            let bytes = read(&path)?;
            // Nobody but PHP may look into lib: its comments, an eighth of the archive, are in the repository.
            let is_class = name.contains("/lib/") && name.ends_with(".php");
            entries.push(Entry {
                name,
                bytes: if is_class { php::without_comments(&String::from_utf8(bytes)?).into_bytes() } else { bytes },
            });
        } else {
            bail!("{} is no part of a running module: move it out of php-hooks", path.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn assets() -> Assets {
        let file = |name: &str| Entry { name: name.to_owned(), bytes: b"abc".to_vec() };
        Assets { script: file("panel-2.js"), wasm: file("panel-3_bg.wasm"), style: file("panel-4.css") }
    }

    fn project() -> Project {
        Project::locate(|_| Ok(std::env::var_os("PATH").unwrap_or_default())).unwrap()
    }

    #[test]
    fn the_manifest_is_json_with_the_names_sizes_and_hashes_of_the_three_files() {
        let manifest: serde_json::Value = serde_json::from_str(&assets().manifest()).unwrap();
        // printf abc | openssl dgst -sha384 -binary | base64
        let hash = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        let part = |file: &str| serde_json::json!({ "file": file, "bytes": 3, "integrity": hash });
        assert_eq!(
            manifest,
            serde_json::json!({
                "version": VERSION, "script": part("panel-2.js"), "wasm": part("panel-3_bg.wasm"), "style": part("panel-4.css"),
            })
        );
    }

    #[test]
    fn the_archive_holds_what_runs_and_what_says_whose_it_is_and_nothing_else() {
        let mut entries = module_files(&project()).unwrap();
        entries.extend(assets().entries());
        entries.push(list_of(&entries));
        let names: BTreeSet<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names.len(), entries.len());
        let others = [".js", ".wasm", ".css", "/LICENSE", "/VERSION", "/files.txt"];
        for name in &names {
            assert!(
                name.starts_with("servers/ispmanagernoc/") || name.starts_with("addons/ispmanagernoc_partner/"),
                "{name}"
            );
            assert!(ENDINGS.iter().chain(&others).any(|ending| name.ends_with(ending)), "{name}");
            assert!(!name.contains("..") && name.bytes().all(|byte| byte.is_ascii_graphic()), "{name}");
        }
        for folder in PUBLIC {
            assert!(names.contains(format!("{folder}/index.php").as_str()), "{folder} can be listed");
        }
        // The names of folders say what is in them: each that no browser may look into is closed.
        for folder in ["lib", "lang"] {
            assert!(names.contains(format!("{SERVER}/{folder}/.htaccess").as_str()), "{folder} is open");
        }
        for name in
            ["LICENSE", "VERSION", "files.txt", "assets/.htaccess", "assets/manifest.json", "contract.php", "start.php"]
        {
            assert!(names.contains(format!("{SERVER}/{name}").as_str()), "{name}");
        }
    }

    #[test]
    fn the_list_of_files_names_each_of_them_once_with_its_hash() {
        let file = |name: &str, text: &str| Entry { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let list = list_of(&[file("b/2.php", "two"), file("a/1.php", "abc")]);
        let text = String::from_utf8(list.bytes).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with(&format!("{VERSION}: ")), "{text}");
        assert_eq!(lines[1], "ba7816bf8f01cfea  a/1.php");
        assert!(lines[2].ends_with("  b/2.php") && lines.len() == 3, "{text}");
    }

    #[test]
    fn a_path_of_this_machine_in_the_wasm_is_noticed() {
        let project = project();
        let wasm = |text: String| Entry { name: "panel_bg.wasm".to_owned(), bytes: text.into_bytes() };
        refuse_paths(&project, &wasm("\0asm crates/panel/src/lib.rs /rustc/".to_owned())).unwrap();
        refuse_paths(&project, &wasm(format!("\0asm {}/crates/panel/src/lib.rs", project.root.display()))).unwrap_err();
        refuse_paths(&project, &wasm("\0asm /home/somebody/.cargo".to_owned())).unwrap_err();
    }
}
