//! README.md is held to its word: its table of functions is walked, its lists are compared with the program's.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop at once")]

mod lists;
mod prepared;
mod table;

const README: &str = include_str!("../../README.md");
