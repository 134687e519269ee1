//! The mounted views by their nodes. The host page replaces its content as it likes, so mounting twice and unmounting
//! what is gone must both be harmless.

use std::cell::RefCell;

use ispnoc_wire::{MountConfig, Read, Value, View, parse};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::tachys::view::Render;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use web_sys::js_sys::Promise;

use crate::parts::clear;
use crate::relay::{Letter, Relay};
use crate::texts::Texts;
use crate::views::{self, Place};

/// Dropping it ends every signal and effect of a view. Leptos itself shows nothing: the view fills its node.
type Running = UnmountHandle<<() as Render>::State>;

thread_local! {
    /// A page has one language, so a view's texts are kept for all its mounts and never freed.
    static TEXTS: RefCell<Vec<(View, &'static Texts)>> = const { RefCell::new(Vec::new()) };
    static MOUNTED: RefCell<Vec<(HtmlElement, Running)>> = const { RefCell::new(Vec::new()) };
}

pub fn mount(node: HtmlElement, sent: Option<Promise>) -> Result<(), JsError> {
    if MOUNTED.with_borrow(|mounted| mounted.iter().any(|(known, _)| *known == node)) {
        return Ok(());
    }
    let (view, config) = read(&node)?;
    let answer = parsed(&node, "data-answer").map(Letter::new);
    node.set_text_content(None);
    let place = Place {
        texts: texts_of(view, config.language, config.texts),
        product: config.product,
        service: config.service,
        relay: Relay::new(config.relay, config.token, node.get_attribute("data-first").zip(sent)),
        answer,
        node: node.clone(),
    };
    let handle = mount_to(node.clone(), move || views::fill(view, place, config.notice));
    MOUNTED.with_borrow_mut(|mounted| mounted.push((node, handle)));
    Ok(())
}

pub fn unmount(node: &HtmlElement) {
    // The handle is dropped after the list is free again: clean-up may run code of the views.
    let handle = MOUNTED.with_borrow_mut(|mounted| {
        let position = mounted.iter().position(|(known, _)| known == node)?;
        Some(mounted.swap_remove(position))
    });
    if handle.is_some() {
        drop(handle);
        clear(node);
    }
}

fn texts_of(view: View, language: String, texts: Vec<(String, String)>) -> &'static Texts {
    TEXTS.with_borrow_mut(|all| match all.iter().find(|(known, _)| *known == view) {
        Some((_, texts)) => texts,
        None => {
            let texts: &'static Texts = Box::leak(Box::new(Texts::new(language, texts)));
            all.push((view, texts));
            texts
        }
    })
}

fn read(node: &HtmlElement) -> Result<(View, MountConfig), JsError> {
    let name = node.get_attribute("data-ispnoc").unwrap_or_default();
    let view = View::from_name(&name).ok_or_else(|| JsError::new("data-ispnoc names no view"))?;
    let config = parsed(node, "data-config")
        .and_then(MountConfig::read)
        .ok_or_else(|| JsError::new("data-config is not a config"))?;
    Ok((view, config))
}

/// The JSON in an attribute of the node.
fn parsed(node: &HtmlElement, attribute: &str) -> Option<Value> {
    parse(&node.get_attribute(attribute)?)
}
