//! What goes over the network: requests read into parameters, one document model written in the wanted output, and the
//! texts for people. Knows the words of `state` and changes nothing there.

pub mod document;
mod escape;
pub mod frame;
mod json;
pub mod lang;
pub mod mask;
mod money;
pub mod refusal;
pub mod reply;
pub mod request;
mod text;
mod xml;

use document::Document;
use request::Output;

use crate::state::quirks::Quirks;

/// The text of a document in the wanted form.
pub fn render(document: &Document, output: Output, quirks: &Quirks) -> String {
    match output {
        Output::Xml => xml::render(document),
        Output::Json => json::render(document, quirks),
        Output::Bjson => json::render_bjson(document, quirks),
        Output::Text => text::render(document),
    }
}
