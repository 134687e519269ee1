//! The views by name. Each folder holds the markup (`view.rs`) and what it shows as data (`model.rs`, without a browser).

mod field_preview;
mod product_picker;
mod service_actions;
mod service_info;

use ispnoc_wire::{MountConfig, View};
use leptos::prelude::document;
use web_sys::HtmlElement;

use crate::parts::{El, Tone, el, notice};
use crate::relay::Relay;
use crate::texts::{self, Texts};

/// What every view starts from.
pub struct Place {
    pub relay: Relay,
    pub texts: &'static Texts,
    /// WHMCS's ids; 0 where the view is not about one.
    pub product: u32,
    pub service: u32,
    pub node: HtmlElement,
}

impl Place {
    /// Moves the node to the beginning of the pane where people look for the view; true when it is moved now. On a page without
    /// that pane it stays where PHP printed it.
    pub fn move_into(&self, pane: &str) -> bool {
        let pane = document().query_selector(pane).ok().flatten();
        let Some(pane) = pane.filter(|pane| !pane.contains(Some(&self.node))) else { return false };
        pane.insert_before(&self.node, pane.first_child().as_ref()).is_ok()
    }
}

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
