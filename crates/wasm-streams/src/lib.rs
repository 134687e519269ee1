//! Stands in the place of the crate `wasm-streams` (`[patch.crates-io]` in the workspace's Cargo.toml).
//!
//! Leptos always brings its client for server functions, which can stream, and that crate exports three classes to JavaScript. The linker
//! must keep what is exported, so every page would pay for streams (crates/panel/README.md, "Size"). The panel calls no server function; what
//! is compiled here is as much as that client names.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(stream: web_sys::ReadableStream) -> Self {
        Self(stream)
    }

    /// The stream is not read: the body is a string that says so.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::from_str("streams are left out of this build").into())
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// One error and the end.
    pub fn into_stream(self) -> LeftOut {
        LeftOut { is_told: false }
    }
}

pub struct LeftOut {
    is_told: bool,
}

impl Stream for LeftOut {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let first = !std::mem::replace(&mut self.is_told, true);
        Poll::Ready(first.then(|| Err(JsValue::from_str("streams are left out of this build"))))
    }
}
