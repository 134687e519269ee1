//! The simulator as a client sees it: real HTTP against a server of its own for each test.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once, its helping functions too")]

mod client;
mod control;
mod faults;
mod functions;
mod life;
mod login;
mod orders;
mod outputs;
mod prices;
mod quirks;
mod renewals;
mod samples;
mod shapes;
