//! The type under which the web server gives the panel's own file: PHP does not see it, a browser does.

mod model;
mod view;

pub use view::view;
