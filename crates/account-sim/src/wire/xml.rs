//! Writes a document as XML, the default form of the API.

use std::borrow::Cow;

use super::document::{Content, Document, Element};

pub fn render(document: &Document) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(&mut out, "doc", &document.attributes);
    out.push('>');
    for element in &document.body {
        write(&mut out, element);
    }
    out.push_str("</doc>\n");
    out
}

fn write(out: &mut String, element: &Element) {
    open(out, &element.name, &element.attributes);
    match &element.content {
        Content::Text(text) if text.is_empty() => out.push_str("/>"),
        Content::Children(children) if children.is_empty() => out.push_str("/>"),
        content => {
            out.push('>');
            match content {
                Content::Text(text) => escape(out, text),
                Content::Children(children) => children.iter().for_each(|child| write(out, child)),
            }
            out.push_str("</");
            out.push_str(&element.name);
            out.push('>');
        }
    }
}

fn open(out: &mut String, name: &str, attributes: &[(Cow<'static, str>, String)]) {
    out.push('<');
    out.push_str(name);
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(out, value);
        out.push('"');
    }
}

/// Control characters have no place in XML 1.0 and are dropped.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
}
