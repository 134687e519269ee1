//! Writes a document as plain text. The vendor's guide for plugins shows `name=value` lines for a form and one line of
//! such pairs for each row of a list; public clients look for `OK` and for `ERROR type(object)` at the beginning.
//! Assumed: what an action gives stands in lines before `OK`, the message follows the error's mark, values are not
//! quoted, and what is neither a value nor a row (select lists, the frame) is left out.

use super::document::{Content, Document, Element, Kind};

pub fn render(document: &Document) -> String {
    let mut out = String::new();
    match document.kind {
        Kind::Error => document.body.iter().for_each(|error| write_error(&mut out, error)),
        Kind::List => {
            for row in document.body.iter().filter(|element| element.repeated) {
                write_pairs(&mut out, row, ' ');
                out.pop();
                out.push('\n');
            }
        }
        Kind::Login | Kind::Form | Kind::Done => {
            for element in document.body.iter().filter(|element| !element.repeated && element.name != "ok") {
                write_pairs(&mut out, element, '\n');
            }
        }
    }
    if document.kind == Kind::Done {
        out.push_str("OK\n");
    }
    out
}

fn write_error(out: &mut String, error: &Element) {
    let mark =
        |wanted| error.attributes.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value.as_str());
    out.push_str("ERROR ");
    write_line(out, mark("type"));
    out.push('(');
    write_line(out, mark("object"));
    out.push_str(") ");
    if let Content::Children(children) = &error.content {
        for child in children {
            if let (Content::Text(text), "msg") = (&child.content, child.name.as_ref()) {
                write_line(out, text);
            }
        }
    }
    out.push('\n');
}

fn write_pairs(out: &mut String, element: &Element, end: char) {
    match &element.content {
        Content::Text(text) => {
            out.push_str(&element.name);
            out.push('=');
            write_line(out, text);
            out.push(end);
        }
        Content::Children(children) => {
            children.iter().filter(|child| !child.repeated).for_each(|child| write_pairs(out, child, end));
        }
    }
}

/// A value never ends its line.
fn write_line(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
}
