//! Writes a document as JSON in the account's two manners: `json`, where a text is `{"$": …}` and an attribute
//! `"$name"`, and `bjson`, where texts are plain and attributes stand beside them as `name_attribute`.

use std::borrow::Cow;

use super::document::{Content, Document, Element, Kind};

pub fn render(document: &Document) -> String {
    let mut doc = Object::default();
    doc.attributes("$", &document.attributes);
    doc.children(&document.body, &Manner::Json);
    let mut out = Object::default();
    out.field("doc", &doc.close());
    out.close()
}

pub fn render_bjson(document: &Document) -> String {
    let mut out = Object::default();
    if let Some((_, func)) = document.attributes.iter().find(|(name, _)| name == "func") {
        out.field("func", &string(func));
    }
    match document.kind {
        Kind::Form => {
            let (model, rest): (Vec<Element>, Vec<Element>) = document
                .body
                .iter()
                .cloned()
                .partition(|element| matches!(element.content, Content::Text(_)) && !element.repeated);
            let mut values = Object::default();
            values.children(&model, &Manner::BjsonPlain);
            out.field("model", &values.close());
            out.children(&rest, &Manner::BjsonPlain);
        }
        Kind::Login | Kind::Done => out.children(&document.body, &Manner::BjsonValues),
        Kind::List | Kind::Error => out.children(&document.body, &Manner::BjsonPlain),
    }
    out.close()
}

enum Manner {
    Json,
    /// A text is a plain string.
    BjsonPlain,
    /// A text is `{"v": …}`: the answers to what was done, such as the id of a new service.
    BjsonValues,
}

impl Manner {
    fn text_key(&self) -> &'static str {
        match self {
            Self::Json => "$",
            Self::BjsonPlain | Self::BjsonValues => "v",
        }
    }

    fn attribute_prefix(&self) -> &'static str {
        match self {
            Self::Json => "$",
            Self::BjsonPlain | Self::BjsonValues => "",
        }
    }

    /// An element as a value of its own, with its attributes inside.
    fn value(&self, element: &Element) -> String {
        let mut object = Object::default();
        object.attributes(self.attribute_prefix(), &element.attributes);
        match &element.content {
            Content::Text(text) => object.field(self.text_key(), &string(text)),
            Content::Children(children) => object.children(children, self),
        }
        object.close()
    }
}

/// A JSON object under construction: fields in the order in which they are added.
#[derive(Default)]
struct Object(String);

impl Object {
    fn field(&mut self, name: &str, json: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&string(name));
        self.0.push(':');
        self.0.push_str(json);
    }

    fn attributes(&mut self, prefix: &str, attributes: &[(Cow<'static, str>, String)]) {
        for (name, value) in attributes {
            self.field(&format!("{prefix}{name}"), &string(value));
        }
    }

    /// Children of one name become one field, where the first of them stands.
    fn children(&mut self, children: &[Element], manner: &Manner) {
        let mut done: Vec<&str> = Vec::new();
        for child in children {
            if done.contains(&child.name.as_ref()) {
                continue;
            }
            done.push(&child.name);
            let same: Vec<&Element> = children.iter().filter(|other| other.name == child.name).collect();
            if child.repeated || same.len() > 1 {
                let values: Vec<String> = same.iter().map(|one| manner.value(one)).collect();
                self.field(&child.name, &format!("[{}]", values.join(",")));
                continue;
            }
            match (manner, &child.content) {
                (Manner::BjsonPlain, Content::Text(text)) => {
                    self.attributes(&format!("{}_", child.name), &child.attributes);
                    self.field(&child.name, &string(text));
                }
                _ => self.field(&child.name, &manner.value(child)),
            }
        }
    }

    fn close(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}

fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
