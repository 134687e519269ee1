//! Where a view stands and what it may use.

use leptos::prelude::document;
use web_sys::HtmlElement;

use crate::relay::{Letter, Relay};
use crate::texts::Texts;

/// What every view starts from.
pub struct Place {
    pub relay: Relay,
    /// The answer to the view's first message, or what a view shows that asks nothing, where the page brings it.
    pub answer: Option<Letter>,
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
