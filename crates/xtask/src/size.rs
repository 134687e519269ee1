//! `cargo xtask size`: what the panel costs a page, compressed by brotli at its strongest, against limits that it must not pass.

use crate::archive::Entry;
use crate::package::Package;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::process::Stdio;

const KB: usize = 1024;

/// Node.js is there anyhow, to run wasm-opt, and compresses many times faster than an unoptimised build of a crate.
const BROTLI: &str = "const { brotliCompressSync, constants } = require('node:zlib');
    const bytes = require('node:fs').readFileSync(0);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    console.log(brotliCompressSync(bytes, { params }).length);";

pub fn run(project: &Project, package: &Package) -> Result<()> {
    let assets = &package.assets;
    let rows: [(&str, usize, &[&Entry]); 3] =
        [("WASM", 72 * KB, &[&assets.wasm]), ("JS", 6 * KB, &[&assets.script]), ("CSS", 4 * KB, &[&assets.style])];
    let mut above = Vec::new();
    for (kind, limit, files) in rows {
        let mut size = 0;
        for file in files {
            size += brotli(project, &file.bytes).with_context(|| format!("cannot compress {}", file.name))?;
        }
        println!("{}", row(kind, size, limit));
        if size > limit {
            above.push(kind);
        }
    }
    if !above.is_empty() {
        bail!("above the limit: {}", above.join(", "));
    }
    Ok(())
}

fn brotli(project: &Project, bytes: &[u8]) -> Result<usize> {
    let mut node = project
        .command("node")
        .args(["--eval", BROTLI])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start node")?;
    // Dropped at the end of the statement, which closes it.
    node.stdin.take().context("node has no input")?.write_all(bytes)?;
    let output = node.wait_with_output()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().context("node did not answer with a size")
}

fn row(kind: &str, size: usize, limit: usize) -> String {
    format!("{kind:<4} {:>6} of {:>6}  (brotli, {size} bytes)", kilobytes(size), kilobytes(limit))
}

/// In KB of 1024 bytes with one digit, rounded up, so that a size above its limit never looks equal to it.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_shown_in_kilobytes_rounded_up() {
        assert_eq!(kilobytes(0), "0.0 KB");
        assert_eq!(kilobytes(90 * KB), "90.0 KB");
        assert_eq!(kilobytes(90 * KB + 1), "90.1 KB");
        assert_eq!(kilobytes(1), "0.1 KB");
    }
}
