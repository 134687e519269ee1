//! The manual walked in Chromium, from the server record to the termination. The stand-ins are started by `cargo xtask`.

mod browser;
mod ledger;

pub use browser::Browser;
pub use ledger::{Account, Database};
