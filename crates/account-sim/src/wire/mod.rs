//! What goes over the network: requests read into parameters, one document model written as xml, json or bjson,
//! and the texts for people. Knows nothing of accounts.

pub mod document;
pub mod json;
pub mod lang;
pub mod mask;
pub mod refusal;
pub mod request;
pub mod xml;

use document::Document;
use request::Output;

/// The text of a document in the wanted form.
pub fn render(document: &Document, output: Output) -> String {
    match output {
        Output::Xml => xml::render(document),
        Output::Json => json::render(document),
        Output::Bjson => json::render_bjson(document),
    }
}
