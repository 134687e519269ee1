//! The search for a Product ID beside WHMCS's own control.

mod listing;
mod model;
mod view;

pub use view::view;
