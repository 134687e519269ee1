//! What was spent by month, as a chart. The page brings the numbers and has them in a table as well; nothing is asked.

mod model;
mod view;

pub use view::view;
