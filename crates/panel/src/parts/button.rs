//! A button that never submits WHMCS's form around it.

use leptos::prelude::*;

/// `action` is its `data-ispnoc-action`, by which tests find it.
pub fn button(
    action: &'static str,
    label: impl IntoView,
    disabled: impl Fn() -> bool + Send + Sync + 'static,
    press: impl FnMut() + 'static,
) -> impl IntoView {
    let mut press = press;
    view! {
        <button type="button" class="ispnoc-button" data-ispnoc-action=action disabled=disabled on:click=move |_| press()>
            {label}
        </button>
    }
}
