//! A button that copies a text.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::button::button;
use super::element::{El, el};
use crate::texts::Texts;

/// `shown` is where the text stands. On a page without a clipboard it is selected there; `uncover` makes sure that it can be seen.
pub fn copy(text: String, shown: &El, texts: &'static Texts, uncover: impl Fn() + Clone + 'static) -> El {
    let label = el("span", "").attr("aria-live", "polite").child(texts.copy());
    let (shown, said) = (shown.element().clone(), label.element().clone());
    button("copy", label, move || {
        let (text, shown, said, uncover) = (text.clone(), shown.clone(), said.clone(), uncover.clone());
        spawn_local(async move {
            if copied(&text).await {
                said.set_text_content(Some(texts.copied()));
            } else {
                uncover();
                said.set_text_content(Some(texts.selected()));
                queue_microtask(move || select(&shown));
            }
        });
    })
}

/// Only secure pages have a clipboard.
async fn copied(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    !JsValue::from(&clipboard).is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

fn select(element: &Element) {
    if let Ok(Some(selection)) = window().get_selection() {
        _ = selection.select_all_children(element);
    }
}
