//! The views by name. Each folder holds the markup (`view.rs`) and what it shows as data (`model.rs`, without a browser).

mod field_preview;
mod place;
mod product_picker;
mod service_actions;
mod service_info;
mod spending;
mod wasm_type;

use ispnoc_wire::View;

pub use self::place::Place;
use crate::parts::{El, Tone, el, notice};

/// Puts the view into its node, or the sentence why there is none: then the relay is not asked at all.
pub fn fill(view: View, place: Place, sentence: Option<String>) {
    let node = place.node.clone();
    let shown = match sentence {
        Some(sentence) => el("div", "ispnoc").child(notice(Tone::Warning, &sentence)),
        None => view_of(view, place),
    };
    _ = node.append_child(shown.element());
}

fn view_of(view: View, place: Place) -> El {
    match view {
        View::ProductPicker => product_picker::view(place),
        View::FieldPreview => field_preview::view(place),
        View::ServiceActions => service_actions::view(place),
        View::ServiceInfo => service_info::view(place),
        View::Spending => spending::view(place),
        View::WasmType => wasm_type::view(place),
    }
}
