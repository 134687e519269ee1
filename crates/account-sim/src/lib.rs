//! A simulated ispmanager account: stateful, with a ledger, a virtual clock, faults and a control API.
//! For tests and demonstrations only; README.md says what it is not.
//!
//! ```
//! let sim = account_sim::AccountSim::start()?;
//! assert!(sim.url().starts_with("http://127.0.0.1:"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod control;
mod faults;
mod functions;
mod in_process;
mod keeper;
mod seen;
mod server;
mod sim;
mod state;
mod wire;

pub use functions::table::{Function, Who, functions};
pub use in_process::{Answer, InProcess};
pub use server::{AccountSim, Options};
pub use state::assumptions::{Assumption, Assumptions};
