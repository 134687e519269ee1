//! A button that never submits WHMCS's form around it.

use super::element::{Child, El, el};

/// `action` is its `data-ispnoc-action`, by which tests find it.
pub fn button(action: &str, label: impl Child, press: impl FnMut() + 'static) -> El {
    let mut press = press;
    el("button", "ispnoc-button")
        .attr("type", "button")
        .attr("data-ispnoc-action", action)
        .child(label)
        .on("click", move |_| press())
}
