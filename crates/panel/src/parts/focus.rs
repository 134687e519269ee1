//! Where the focus goes when the button that had it goes away.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::element::{El, el};

/// The part of a view that tells what comes of its commands. It stays while its words change and takes the focus of buttons that go away.
pub fn result() -> El {
    el("div", "ispnoc-result").attr("aria-live", "polite").attr("tabindex", "-1")
}

/// Moves the focus to the result of the view in which it is: whoever goes on by keys goes on from there, and not from the top of the page.
pub fn focus_result() {
    let view = document().active_element().and_then(|focused| focused.closest(".ispnoc").ok().flatten());
    focus(view.and_then(|view| view.query_selector(".ispnoc-result").ok().flatten()).as_ref());
}

/// Moves the focus to what is around the button that has it.
pub fn focus_around() {
    focus(document().active_element().and_then(|button| button.parent_element()).as_ref());
}

pub fn focus(element: Option<&Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_ref::<HtmlElement>()) {
        _ = element.focus();
    }
}
