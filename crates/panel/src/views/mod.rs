//! The views by name. Each folder holds the markup (`view.rs`) and what it shows as data (`model.rs`, without a browser).

mod field_preview;
mod place;
mod product_picker;
mod service_actions;
mod service_info;

use ispnoc_wire::{MountConfig, View};
use web_sys::HtmlElement;

use self::place::Place;
use crate::parts::{El, Tone, el, notice};
use crate::relay::Relay;
use crate::texts;

/// Puts the view into its node, or the sentence why there is none: then the relay is not asked at all.
pub fn fill(node: &HtmlElement, view: View, config: MountConfig) {
    let shown = match &config.notice {
        Some(sentence) => el("div", "ispnoc").child(notice(Tone::Warning, sentence)),
        None => view_of(view, config, node),
    };
    _ = node.append_child(shown.element());
}

fn view_of(view: View, config: MountConfig, node: &HtmlElement) -> El {
    let place = Place {
        texts: texts::of(&config.language),
        product: config.product,
        service: config.service,
        relay: Relay::new(config.into()),
        node: node.clone(),
    };
    match view {
        View::ProductPicker => product_picker::view(place),
        View::FieldPreview => field_preview::view(place),
        View::ServiceActions => service_actions::view(place),
        View::ServiceInfo => service_info::view(place),
    }
}
