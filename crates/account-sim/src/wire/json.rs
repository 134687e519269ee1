//! Writes a document as JSON in the account's two manners. In `json` a text is `{"$": …}` and an attribute `"$name"`;
//! in `bjson` texts are plain and attributes stand beside them as `name_attribute`. Either way attributes come first
//! and then the children in the order of their names, as captured answers of the same framework show for `sjson`
//! (assumed for `bjson`).

use super::document::{Attribute, Content, Document, Element, Kind};
use super::escape::push_escaped;
use crate::state::quirks::{BjsonMessage, EmptyText, Quirks, SingleRow};

pub fn render(document: &Document, quirks: &Quirks) -> String {
    let mut writer = Writer::new(Manner::Json, quirks);
    writer.out.push_str("{\"doc\":{");
    writer.attributes(&document.attributes);
    writer.children(&document.body);
    writer.out.push_str("}}");
    writer.out
}

pub fn render_bjson(document: &Document, quirks: &Quirks) -> String {
    let manner = match document.kind {
        Kind::Login | Kind::Done => Manner::BjsonValues,
        Kind::List | Kind::Form | Kind::Error => Manner::BjsonPlain,
    };
    let mut writer = Writer::new(manner, quirks);
    writer.out.push_str(if quirks.bjson_doc { "{\"doc\":{" } else { "{" });
    if let Some((_, func)) = document.attributes.iter().find(|(name, _)| *name == "func") {
        writer.key("", "func");
        writer.string(func);
    }
    let is_model = |element: &&Element| document.kind == Kind::Form && element.is_scalar();
    let (model, rest): (Vec<&Element>, Vec<&Element>) = document.body.iter().partition(is_model);
    if document.kind == Kind::Form {
        writer.key("", "model");
        writer.out.push('{');
        writer.fields(model);
        writer.out.push('}');
    }
    writer.fields(rest);
    writer.out.push_str(if quirks.bjson_doc { "}}" } else { "}" });
    writer.out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Json,
    /// A text is a plain string.
    BjsonPlain,
    /// A text is `{"v": …}`: the answers to what was done, such as the id of a new service.
    BjsonValues,
}

impl Manner {
    fn text_key(self) -> &'static str {
        if self == Self::Json { "$" } else { "v" }
    }

    fn attribute_prefix(self) -> &'static str {
        if self == Self::Json { "$" } else { "" }
    }
}

struct Writer<'a> {
    out: String,
    manner: Manner,
    quirks: &'a Quirks,
}

impl<'a> Writer<'a> {
    fn new(manner: Manner, quirks: &'a Quirks) -> Self {
        Self { out: String::with_capacity(4096), manner, quirks }
    }

    /// The next key of the object that is being written; the brace alone stands before the first one.
    fn key(&mut self, prefix: &str, name: &str) {
        if !self.out.ends_with('{') {
            self.out.push(',');
        }
        self.out.push('"');
        self.out.push_str(prefix);
        self.escaped(name);
        self.out.push_str("\":");
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        self.escaped(text);
        self.out.push('"');
    }

    fn escaped(&mut self, text: &str) {
        let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'"' | b'\\');
        push_escaped(&mut self.out, text, is_plain, |out, c| match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        });
    }

    /// Attributes within their element.
    fn attributes(&mut self, attributes: &[Attribute]) {
        for (name, value) in attributes {
            self.key(self.manner.attribute_prefix(), name);
            self.string(value);
        }
    }

    fn children(&mut self, children: &[Element]) {
        self.fields(children.iter().collect());
    }

    /// Children of one name become one field.
    fn fields(&mut self, mut children: Vec<&Element>) {
        children.sort_by(|one, other| one.name.cmp(&other.name));
        for same in children.chunk_by(|one, other| one.name == other.name) {
            match same {
                [one] if !one.repeated => self.field(one),
                [one] if self.quirks.single_row == SingleRow::Object => {
                    self.key("", &one.name);
                    self.value(one);
                }
                [first, ..] => {
                    self.key("", &first.name);
                    for (index, element) in same.iter().enumerate() {
                        self.out.push(if index == 0 { '[' } else { ',' });
                        self.value(element);
                    }
                    self.out.push(']');
                }
                [] => {}
            }
        }
    }

    fn field(&mut self, element: &Element) {
        match &element.content {
            Content::Text(text) if self.manner == Manner::BjsonPlain => {
                for (name, value) in &element.attributes {
                    self.key(&format!("{}_", element.name), name);
                    self.string(value);
                }
                self.key("", &element.name);
                if element.name == "msg" && self.quirks.bjson_message == BjsonMessage::Object {
                    self.out.push('{');
                    self.key("", "$");
                    self.string(text);
                    self.out.push('}');
                } else {
                    self.string(text);
                }
            }
            Content::Children(messages) if element.name == "messages" => self.messages(element, messages),
            Content::Text(text) if self.manner == Manner::BjsonValues && element.plain => {
                self.key("", &element.name);
                self.string(text);
            }
            _ => {
                self.key("", &element.name);
                self.value(element);
            }
        }
    }

    /// An element as a value of its own, with its attributes inside.
    fn value(&mut self, element: &Element) {
        match &element.content {
            Content::Text(text) if self.manner == Manner::BjsonPlain && element.attributes.is_empty() => {
                return self.string(text);
            }
            _ => self.out.push('{'),
        }
        self.attributes(&element.attributes);
        match &element.content {
            Content::Text(text) if text.is_empty() && self.quirks.empty_text == EmptyText::Nothing => {}
            Content::Text(text) => {
                self.key("", self.manner.text_key());
                self.string(text);
            }
            Content::Children(children) => self.children(children),
        }
        self.out.push('}');
    }

    /// Titles are an object of plain strings in every JSON output.
    fn messages(&mut self, element: &Element, messages: &[Element]) {
        self.key("", &element.name);
        self.out.push('{');
        self.attributes(&element.attributes);
        self.key("", "msg");
        self.out.push('{');
        for message in messages {
            if let ([(_, name)], Content::Text(text)) = (message.attributes.as_slice(), &message.content) {
                self.key("", name);
                self.string(text);
            }
        }
        self.out.push_str("}}");
    }
}
