//! Small pieces that several views are made of.

mod button;
mod copy;
mod date;
mod element;
mod focus;
mod loading;
mod money;
mod notice;

pub use button::button;
pub use copy::copy;
pub use date::{age, date, days_until, moment, month_and_year, month_name};
pub use element::{Child, El, clear, el, svg, text};
pub use focus::{focus, focus_result, result};
pub use loading::{Asked, waiting};
pub use money::money;
pub use notice::{Tone, notice};
