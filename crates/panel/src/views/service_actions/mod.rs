//! A service on both sides, and the commands that move it.

mod confirmation;
mod model;
mod view;

pub use view::view;
