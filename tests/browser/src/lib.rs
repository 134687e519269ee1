//! The manual walked in Chromium, from the server record to the termination, and the panel's gallery looked through. The stand-ins are
//! started and the gallery is built by `cargo xtask`.

// Indexing a JSON value answers null where there is nothing, and the comparison that follows tells it.
#![allow(clippy::indexing_slicing)]

mod account;
mod axe;
mod browser;
mod database;
pub mod gallery;
mod page;
mod walk;

use std::process::ExitCode;

pub use account::Account;
pub use browser::Browser;
pub use database::Database;
pub use page::Page;
pub use walk::{Length, Options, Server, WASM_TYPE, walk};

/// How a program of this crate ends: what went wrong is said, 0 or 1.
pub fn exit(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
