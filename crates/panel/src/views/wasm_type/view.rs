//! Asks the web server once and tells what it said.

use gloo_net::http::Request;
use leptos::task::spawn_local;
use web_sys::{RequestCache, RequestInit};

use super::model::{Found, advice, in_words, is_right};
use crate::parts::{El, clear, el, waiting};
use crate::views::place::Place;

pub fn view(place: Place) -> El {
    let Place { texts, node, .. } = place;
    let view = el("div", "ispnoc ispnoc-wasm-type").attr("aria-live", "polite").child(waiting(texts));
    let shown = view.clone();
    spawn_local(async move {
        let found = ask(&node.get_attribute("data-wasm").unwrap_or_default()).await.unwrap_or(Found::Nothing);
        clear(shown.element());
        let class = if is_right(&found) { "ispnoc-state ispnoc-good" } else { "ispnoc-state ispnoc-warning" };
        shown
            .child(el("span", class).child(in_words(&found, texts)))
            .child(advice(&found, texts).map(|advice| el("p", "").child(advice)));
    });
    view
}

/// Not what the browser keeps: it would still say what the server said before it was set right.
async fn ask(url: &str) -> Option<Found> {
    let init = RequestInit::new();
    init.set_method("HEAD");
    init.set_cache(RequestCache::NoStore);
    let request = web_sys::Request::new_with_str_and_init(url, &init).ok()?;
    let response = Request::from(request).send().await.ok().filter(gloo_net::http::Response::ok)?;
    Some(Found::Type(response.headers().get("content-type")))
}
