//! Histories full of faults, against the real modules in a stand-in for WHMCS on MariaDB and a simulated account, and a checker that
//! holds both sides against each other when a history has come to rest. A seed makes a history; README.md says how.

mod account;
mod blockade;
pub mod campaign;
mod checker;
mod clocks;
mod database;
mod evidence;
mod generator;
mod history;
mod installation;
mod mutants;
mod node;
mod pages;
mod run;
mod shrink;
mod stage;
mod tally;

pub use checker::Violation;
pub use generator::{HARD, history};
pub use history::{BIT_NINJA, Command, Goods, History, Scene, Step};
pub use run::{Outcome, run};
pub use stage::Stage;
