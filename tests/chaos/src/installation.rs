//! The modules in two web nodes with one database.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The repository that this crate stands in.
pub fn repository() -> Result<PathBuf> {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(crate_folder.ancestors().nth(2).context("the crate does not stand in tests/chaos")?.to_owned())
}

/// Installs into `folder` and gives the roots of the nodes.
pub fn install(folder: &Path, database: &str) -> Result<[PathBuf; 2]> {
    let repository = repository()?;
    let nodes = [folder.join("node-1"), folder.join("node-2")];
    let [first, second] = &nodes;
    let script = repository.join("tests/chaos/php/install.php");
    done(Command::new("php").arg(script).arg(first).arg(database).arg(repository.join("php-hooks")))?;
    // The second node has the same configuration, the key of stored passwords included.
    done(Command::new("cp").arg("-r").arg(first).arg(second))?;
    Ok(nodes)
}

fn done(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("cannot start {}", command.get_program().display()))?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        bail!("{} failed ({}): {}", command.get_program().display(), output.status, String::from_utf8_lossy(&said));
    }
    Ok(())
}
