//! The simulator as a client sees it: real HTTP against a server of its own for each test.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once, its helping functions too")]

mod account;
mod assumptions;
mod basket;
mod blocks;
mod certificates;
mod client;
mod control;
mod faults;
mod functions;
mod http;
mod licences;
mod life;
mod lists;
mod login;
mod orders;
mod outputs;
mod prices;
mod quirks;
mod raw;
mod renewals;
mod samples;
mod seen;
mod shapes;
mod worlds;
