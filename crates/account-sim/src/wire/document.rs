//! The one document model behind every output form: named elements with attributes and a text or children.

use std::borrow::Cow;

use compact_str::{CompactString, ToCompactString};

/// A name and its value.
pub type Attribute = (&'static str, CompactString);

/// What a document is; `bjson`, `text` and the frame differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Login,
    List,
    Form,
    Done,
    Error,
}

#[derive(Clone, Debug)]
pub struct Document {
    pub kind: Kind,
    pub attributes: Vec<Attribute>,
    pub body: Vec<Element>,
    /// The filter of a list: fields and what they have to hold.
    pub filter: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub struct Element {
    pub name: Cow<'static, str>,
    pub attributes: Vec<Attribute>,
    pub content: Content,
    /// A row of a list: an array in json even when it is the only one.
    pub repeated: bool,
    /// A plain string in bjson even where the others are `{"v": …}`.
    pub plain: bool,
}

#[derive(Clone, Debug)]
pub enum Content {
    /// Most texts are short enough to need no memory of their own.
    Text(CompactString),
    Children(Vec<Element>),
}

impl Element {
    pub fn leaf(name: impl Into<Cow<'static, str>>, text: impl ToCompactString) -> Self {
        Self::new(name.into(), Content::Text(text.to_compact_string()))
    }

    pub fn group(name: impl Into<Cow<'static, str>>, children: Vec<Self>) -> Self {
        Self::new(name.into(), Content::Children(children))
    }

    fn new(name: Cow<'static, str>, content: Content) -> Self {
        Self { name, attributes: Vec::new(), content, repeated: false, plain: false }
    }

    pub fn with(mut self, name: &'static str, value: impl ToCompactString) -> Self {
        self.attributes.push((name, value.to_compact_string()));
        self
    }

    pub fn repeated(mut self) -> Self {
        self.repeated = true;
        self
    }

    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// A value by itself: what a form calls a field.
    pub fn is_scalar(&self) -> bool {
        !self.repeated && matches!(self.content, Content::Text(_))
    }

    /// A select list of a form: its values and their titles.
    pub fn select<K: ToCompactString, T: ToCompactString>(
        name: &'static str,
        options: impl IntoIterator<Item = (K, T)>,
    ) -> Self {
        let options =
            options.into_iter().map(|(key, title)| Self::leaf("val", title).with("key", key).repeated()).collect();
        Self::group("slist", options).with("name", name).repeated()
    }
}

impl Document {
    pub fn new(kind: Kind, body: Vec<Element>) -> Self {
        Self { kind, attributes: Vec::new(), body, filter: Vec::new() }
    }
}
