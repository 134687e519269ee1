//! A service on both sides, and the commands that move it.

mod confirmation;
mod journal;
mod model;
mod sides;
mod view;

pub use view::view;
