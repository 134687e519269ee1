//! Elements of the page, made by plain functions and kept up to date by Leptos's reactive core.
//!
//! `view!` gives every element a type of its own, and the code of all those types was a third of the panel
//! (README, "Size"). Here every element has the one type [`El`]; what may change is a closure over signals.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Text};

#[derive(Clone)]
pub struct El(Element);

/// A new element with a class; an empty class is left out.
pub fn el(tag: &'static str, class: &str) -> El {
    let Ok(element) = document().create_element(tag) else {
        // Only a malformed name fails, and the names stand in this crate.
        return El(JsValue::UNDEFINED.unchecked_into());
    };
    if !class.is_empty() {
        element.set_class_name(class);
    }
    El(element)
}

/// A new element of a drawing.
pub fn svg(tag: &'static str, class: &str) -> El {
    let Ok(element) = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag) else {
        // Only a malformed name fails, and the names stand in this crate.
        return El(JsValue::UNDEFINED.unchecked_into());
    };
    // What HTML has as `className` a drawing has as an attribute alone.
    if class.is_empty() { El(element) } else { El(element).attr("class", class) }
}

/// A text whose words may change later.
pub fn text(words: &str) -> Text {
    document().create_text_node(words)
}

impl El {
    pub fn element(&self) -> &Element {
        &self.0
    }

    pub fn attr(self, name: &str, value: &str) -> Self {
        // Only a malformed name fails, and the names stand in this crate.
        _ = self.0.set_attribute(name, value);
        self
    }

    pub fn child(self, child: impl Child) -> Self {
        child.append_to(&self.0);
        self
    }

    pub fn on(self, event: &str, handle: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(handle))
    }

    /// Children that follow the signals which `render` reads. Whatever `render` makes ends when it runs again.
    pub fn live<C: Child>(self, render: impl Fn() -> C + 'static) -> Self {
        self.follow(move |element| {
            clear(element);
            render().append_to(element);
        })
    }

    /// An attribute that follows signals; it is absent while the value is `None`.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow(move |element| {
            _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        })
    }

    /// An attribute without a value, such as `disabled`.
    pub fn live_flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || on().then(String::new))
    }

    /// Runs now and whenever a signal that it read has changed, until the view or the part around it ends.
    pub fn follow(self, mut update: impl FnMut(&Element) + 'static) -> Self {
        let element = self.0.clone();
        keep(Box::new(move || update(&element)));
        self
    }

    fn on_boxed(self, event: &str, handle: Box<dyn FnMut(Event)>) -> Self {
        // The browser frees the closure together with the element.
        let handle = Closure::wrap(handle).into_js_value();
        _ = self.0.add_event_listener_with_callback(event, handle.unchecked_ref());
        self
    }
}

/// Takes everything out of an element and apart. A button's closure may hold an element of the same tree, and an element holds all its
/// relatives, the button among them: no collector sees through both, so the relatives are parted.
pub fn clear(element: &Element) {
    while let Some(child) = element.first_element_child() {
        child.remove();
        clear(&child);
    }
    element.set_text_content(None);
}

fn keep(mut update: Box<dyn FnMut()>) {
    // An effect lives as long as its value; the owner of the code that made it drops it.
    StoredValue::new_local(RenderEffect::new(move |_| update()));
}

/// What an element may hold.
pub trait Child {
    fn append_to(self, parent: &Element);
}

impl Child for El {
    fn append_to(self, parent: &Element) {
        _ = parent.append_child(&self.0);
    }
}

impl Child for &Text {
    fn append_to(self, parent: &Element) {
        _ = parent.append_child(self);
    }
}

impl Child for &str {
    fn append_to(self, parent: &Element) {
        text(self).append_to(parent);
    }
}

impl Child for String {
    fn append_to(self, parent: &Element) {
        self.as_str().append_to(parent);
    }
}

impl<C: Child> Child for Option<C> {
    fn append_to(self, parent: &Element) {
        if let Some(child) = self {
            child.append_to(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn append_to(self, parent: &Element) {
        for child in self {
            child.append_to(parent);
        }
    }
}
