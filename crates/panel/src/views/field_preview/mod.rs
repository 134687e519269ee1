//! The custom fields that the chosen tariff needs, before anything is saved.

mod model;
mod view;

pub use view::view;
