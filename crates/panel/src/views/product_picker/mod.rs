//! The search for a Product ID beside WHMCS's own control.

mod model;
mod view;

pub use view::view;
