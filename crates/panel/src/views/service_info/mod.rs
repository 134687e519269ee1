//! What a client sees of the own service; it changes nothing.

mod model;
mod theme;
mod view;

pub use view::view;
