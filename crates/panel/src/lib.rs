//! The panel: views for pages of WHMCS, mounted into nodes that PHP prints. It spends nothing and knows no credential;
//! every fact comes from the relay, and WHMCS's own inputs and buttons stay the truth beside it.
//!
//! `www/boot.js` calls [`mount`] and [`unmount`]; what a page offers to tests is listed in this crate's README.

mod native;
mod parts;
mod registry;
mod relay;
mod texts;
mod views;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use web_sys::js_sys::Promise;

/// Starts the view that the node names. A node that has one already is left alone. `sent` is the response to come to the node's
/// `data-first`, a message that the page has sent already.
///
/// # Errors
/// A node without a known `data-ispnoc` or with a `data-config` that is no [`ispnoc_wire::MountConfig`].
#[wasm_bindgen]
pub fn mount(node: HtmlElement, sent: Option<Promise>) -> Result<(), JsError> {
    registry::mount(node, sent)
}

/// Ends the view of a node; a node without one is left alone.
#[wasm_bindgen]
pub fn unmount(node: &HtmlElement) {
    registry::unmount(node);
}
