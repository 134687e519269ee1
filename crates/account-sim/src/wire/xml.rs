//! Writes a document as XML, the default form of the API. An empty text is `<x/>`, an empty group `<x></x>`.

use super::document::{Attribute, Content, Document, Element};
use super::escape::push_escaped;

pub fn render(document: &Document) -> String {
    let mut out = String::with_capacity(4096);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(&mut out, "doc", &document.attributes);
    out.push('>');
    document.body.iter().for_each(|element| write(&mut out, element));
    out.push_str("</doc>\n");
    out
}

fn write(out: &mut String, element: &Element) {
    open(out, &element.name, &element.attributes);
    match &element.content {
        Content::Text(text) if text.is_empty() => return out.push_str("/>"),
        Content::Text(text) => {
            out.push('>');
            escape(out, text);
        }
        Content::Children(children) => {
            out.push('>');
            children.iter().for_each(|child| write(out, child));
        }
    }
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

fn open(out: &mut String, name: &str, attributes: &[Attribute]) {
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

/// What XML 1.0 has no place for, control characters above all, is dropped.
fn escape(out: &mut String, text: &str) {
    // 0xEF begins U+FFFE and U+FFFF, among others.
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xEF);
    push_escaped(out, text, is_plain, |out, c| match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\t' => out.push_str("&#9;"),
        '\n' => out.push_str("&#10;"),
        '\r' => out.push_str("&#13;"),
        '\u{fffe}' | '\u{ffff}' | '\0'..' ' => {}
        c => out.push(c),
    });
}
