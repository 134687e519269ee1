//! WHMCS's own controls on the product page: the truth that the picker writes and the preview follows.

use ispnoc_domain::TariffId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

/// Product ID, the module's first setting: a `select` in simple mode, a text box in advanced mode.
const PRODUCT_ID: &str = "[name=\"packageconfigoption[1]\"]";
const SERVER_GROUP: &str = "[name=\"servergroup\"]";
/// Tells the other views of the page that a Product ID control has come: WHMCS loads it after the page, without an event.
const ARRIVED: &str = "ispnoc-product-id";

/// The text of the Product ID control next to a node; `None` while the page has none.
pub fn product_id(node: &Element) -> Option<String> {
    nearest(node, PRODUCT_ID).map(|control| value(&control))
}

/// The chosen server group; 0 is WHMCS's "None".
pub fn server_group(node: &Element) -> u32 {
    nearest(node, SERVER_GROUP).and_then(|control| value(&control).parse().ok()).unwrap_or(0)
}

/// Writes the control as a person would: a `select` gets the option if it lacks it, and both events follow.
pub fn choose(node: &Element, tariff: TariffId, name: &str) {
    let Some(control) = nearest(node, PRODUCT_ID) else { return };
    let id = tariff.0.to_string();
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(&id);
        if select.value() != id
            && let Ok(option) = HtmlOptionElement::new_with_text_and_value(name, &id)
        {
            _ = select.append_child(&option);
            select.set_value(&id);
        }
    } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        input.set_value(&id);
    }
    dispatch(&control, "input");
    dispatch(&control, "change");
}

/// Runs `changed` whenever the Product ID next to the node may have another value, until the current view ends.
pub fn on_product_id(node: &HtmlElement, changed: impl Fn() + Clone + 'static) {
    for event in ["input", "change", ARRIVED] {
        let node = node.clone();
        let changed = changed.clone();
        let listener = window_event_listener_untyped(event, move |event: Event| {
            let about_us = event.type_() == ARRIVED
                || nearest(&node, PRODUCT_ID)
                    .is_some_and(|control| event.target().as_ref() == Some(control.unchecked_ref::<EventTarget>()));
            if about_us {
                changed();
            }
        });
        on_cleanup(move || listener.remove());
    }
}

/// Hands `touched` what a person does in the text box of advanced mode, until the current view ends: `focusin`, `input`, `keydown` and
/// `focusout`. The `select` of simple mode has a list of its own and is left alone.
pub fn on_text_box(node: &HtmlElement, touched: impl Fn(&str, &HtmlInputElement, &Event) + Clone + 'static) {
    for name in ["focusin", "input", "keydown", "focusout"] {
        let node = node.clone();
        let touched = touched.clone();
        let listener = window_event_listener_untyped(name, move |event: Event| {
            // What scripts dispatch, this panel's own choice among it, is no person's.
            if let Some(control) = text_box(&node)
                && event.is_trusted()
                && event.target().as_ref() == Some(control.as_ref())
            {
                touched(name, &control, &event);
            }
        });
        on_cleanup(move || listener.remove());
    }
}

/// The Product ID control of advanced mode.
pub fn text_box(node: &Element) -> Option<HtmlInputElement> {
    nearest(node, PRODUCT_ID)?.dyn_into().ok()
}

/// Called by the picker, which WHMCS inserts together with the control.
pub fn announce_product_id(node: &Element) {
    dispatch(node, ARRIVED);
}

/// The control under the closest ancestor that holds one, so that a page with several forms is read rightly.
fn nearest(node: &Element, selector: &str) -> Option<Element> {
    // After a fault `www/boot.js` has ended every view, but their listeners are still called.
    if node.class_list().contains("ispnoc-failed") {
        return None;
    }
    let mut around = node.parent_element();
    while let Some(element) = around {
        if let Ok(Some(control)) = element.query_selector(selector) {
            return Some(control);
        }
        around = element.parent_element();
    }
    None
}

fn value(control: &Element) -> String {
    let select = control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    select.or_else(|| control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)).unwrap_or_default()
}

fn dispatch(target: &EventTarget, name: &str) {
    let bubbles = web_sys::EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(name, &bubbles) {
        _ = target.dispatch_event(&event);
    }
}
