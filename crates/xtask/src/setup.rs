//! `cargo xtask setup`: installs what is missing on this machine and says nothing when nothing is.

use crate::machine::{self, Reach};
use crate::project::Project;
use crate::{matrix, step, tools};
use anyhow::{Result, bail};
use std::path::PathBuf;

pub fn run(project: &Project, reach: Reach) -> Result<()> {
    machine::install_missing(project, reach)?;
    install_rust_parts(project, reach)?;
    tools::install_missing(project)?;
    if reach == Reach::Tests {
        tools::install_axe(project)?;
        tools::install_php(project, &matrix::EVERY_VERSION)?;
    }
    Ok(())
}

/// The compiler itself comes by rust-toolchain.toml; a minimal toolchain may lack the rest.
fn install_rust_parts(project: &Project, reach: Reach) -> Result<()> {
    let Some(sysroot) = project.answer("rustc", &["--print", "sysroot"]) else {
        bail!("rustc is not on PATH: install Rust by rustup, then run this again");
    };
    let sysroot = PathBuf::from(sysroot.trim());
    let mut missing: Vec<[&str; 3]> = Vec::new();
    if !sysroot.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        missing.push(["target", "add", "wasm32-unknown-unknown"]);
    }
    // The panel is built with a standard library of its own (build.rs).
    if !sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        missing.push(["component", "add", "rust-src"]);
    }
    for (component, program) in [("clippy", "cargo-clippy"), ("rustfmt", "cargo-fmt")] {
        if reach == Reach::Tests && !sysroot.join("bin").join(program).is_file() {
            missing.push(["component", "add", component]);
        }
    }
    for arguments in missing {
        if !project.finds("rustup") {
            bail!(
                "the Rust toolchain in {} lacks {}: add it the way Rust was installed",
                sysroot.display(),
                arguments[2]
            );
        }
        let mut rustup = project.command("rustup");
        rustup.args(arguments);
        step::run(&format!("installing {} for Rust", arguments[2]), rustup)?;
    }
    Ok(())
}
