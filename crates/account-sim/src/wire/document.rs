//! The one document model behind every output form: named elements with attributes and a text or children.

use std::borrow::Cow;

use super::lang::Lang;
use super::request::Request;

/// What a document is; `bjson` and the `stylesheet` attribute differ by it.
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
    pub attributes: Vec<(Cow<'static, str>, String)>,
    pub body: Vec<Element>,
}

#[derive(Clone, Debug)]
pub struct Element {
    pub name: Cow<'static, str>,
    pub attributes: Vec<(Cow<'static, str>, String)>,
    pub content: Content,
    /// A row of a list: an array in json even when it is the only one.
    pub repeated: bool,
}

#[derive(Clone, Debug)]
pub enum Content {
    Text(String),
    Children(Vec<Element>),
}

impl Element {
    pub fn leaf(name: impl Into<Cow<'static, str>>, text: impl ToString) -> Self {
        Self { name: name.into(), attributes: Vec::new(), content: Content::Text(text.to_string()), repeated: false }
    }

    pub fn group(name: impl Into<Cow<'static, str>>, children: Vec<Self>) -> Self {
        Self { name: name.into(), attributes: Vec::new(), content: Content::Children(children), repeated: false }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name.into(), value.to_string()));
        self
    }

    pub fn repeated(mut self) -> Self {
        self.repeated = true;
        self
    }

    /// A select list of a form: its values and their titles.
    pub fn select<K: ToString, T: ToString>(name: &'static str, options: impl IntoIterator<Item = (K, T)>) -> Self {
        let options =
            options.into_iter().map(|(key, title)| Self::leaf("val", title).with("key", key).repeated()).collect();
        Self::group("slist", options).with("name", name).repeated()
    }
}

impl Document {
    pub fn new(kind: Kind, body: Vec<Element>) -> Self {
        Self { kind, attributes: Vec::new(), body }
    }

    /// Puts the document into the frame that every answer but an error has: attributes that describe the
    /// installation, and `tparams`, which repeats the request.
    pub fn framed(mut self, request: &Request, lang: Lang, host: &str, echo_secrets: bool) -> Self {
        let url = format!("http://{host}");
        let attributes = [
            ("lang", lang.code().to_owned()),
            ("func", request.func().to_owned()),
            ("binary", "/billmgr".to_owned()),
            ("host", url.clone()),
            ("themename", "orion".to_owned()),
            ("theme", "orion".to_owned()),
            ("stylesheet", self.stylesheet().to_owned()),
            ("features", "a0c6f79b4a7c43dbcd05f09e8e1800e7".to_owned()),
            ("notify", String::new()),
            ("branddir", format!("{url}/manimg/orion/")),
        ];
        self.attributes.extend(attributes.map(|(name, value)| (Cow::Borrowed(name), value)));
        let echoed = request
            .params()
            .iter()
            .filter(|(name, _)| is_xml_name(name))
            .filter(|(name, _)| echo_secrets || !["authinfo", "password", "auth"].contains(&name.as_str()))
            .map(|(name, value)| Element::leaf(name.clone(), value))
            .collect();
        self.body.push(Element::group("tparams", echoed));
        self.body.push(Element::group("saved_filters", Vec::new()));
        self
    }

    fn stylesheet(&self) -> &'static str {
        match self.kind {
            Kind::Login => "login",
            Kind::List => "list",
            Kind::Form | Kind::Done | Kind::Error => "form",
        }
    }
}

/// Names come from the request too: what cannot be an XML name is left out.
fn is_xml_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}
