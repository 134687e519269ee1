//! The product's version: the workspace's, in Cargo.toml. `cargo xtask build` writes it wherever a file must name it by itself; the contract
//! (crates/wire) has it from the same place, and the archive's `VERSION` and manifest from here.

use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;

pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file that names the version once, between these texts.
struct Place {
    file: &'static str,
    before: &'static str,
    after: &'static str,
}

const PLACES: [Place; 4] = [
    Place { file: "servers/ispmanagernoc/whmcs.json", before: "\n    \"version\": \"", after: "\",\n" },
    Place { file: "addons/ispmanagernoc_partner/whmcs.json", before: "\n    \"version\": \"", after: "\",\n" },
    Place { file: "servers/ispmanagernoc/lib/version.php", before: "\nreturn '", after: "';\n" },
    Place {
        file: "addons/ispmanagernoc_partner/start.php",
        before: "\ndefine('ISPMANAGERNOC_PARTNER_VERSION', '",
        after: "');\n",
    },
];

pub fn write(project: &Project) -> Result<()> {
    for place in PLACES {
        let path = project.root.join("php-hooks").join(place.file);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let fresh = place.with(&text, VERSION).with_context(|| format!("{} names no version", path.display()))?;
        if fresh != text {
            fs::write(&path, fresh).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(())
}

impl Place {
    fn with(&self, text: &str, version: &str) -> Option<String> {
        let (head, rest) = text.split_once(self.before)?;
        let (_, tail) = rest.split_once(self.after)?;
        Some([head, self.before, version, self.after, tail].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn read(path: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        fs::read_to_string(root.join(path)).unwrap()
    }

    #[test]
    fn every_file_that_names_the_version_names_the_workspaces() {
        for place in PLACES {
            let text = read(&format!("php-hooks/{}", place.file));
            let fresh = place.with(&text, VERSION).unwrap_or_else(|| panic!("{} names no version", place.file));
            assert!(text == fresh, "{} names another version: run `cargo xtask build`", place.file);
            assert_ne!(place.with(&text, "7.7.7").unwrap(), text, "{}", place.file);
        }
        assert!(read("php-hooks/servers/ispmanagernoc/contract.php").contains(&format!("'version' => '{VERSION}'")));
    }

    #[test]
    fn the_newest_entry_of_the_changelog_is_about_this_version() {
        let changelog = read("CHANGELOG.md");
        let newest = changelog.lines().find_map(|line| line.strip_prefix("## ")).unwrap();
        assert_eq!(newest.split(' ').next(), Some(VERSION));
    }

    #[test]
    fn no_crate_of_the_product_has_a_version_of_its_own() {
        for name in ["domain", "wire", "panel", "xtask"] {
            assert!(read(&format!("crates/{name}/Cargo.toml")).contains("\nversion.workspace = true\n"), "{name}");
        }
    }
}
