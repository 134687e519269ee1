//! What stands around an answer: attributes that describe the installation, the titles of a form's fields, and
//! `tparams`, which repeats the request. Errors stand alone.

use compact_str::{CompactString, format_compact};

use super::document::{Attribute, Document, Element, Kind};
use super::lang::Lang;
use super::request::{Output, Request};
use crate::state::quirks::{Frame, Quirks};

const CREDENTIALS: [&str; 3] = ["authinfo", "password", "auth"];
/// A number by which a browser tells whether its stored titles are still good.
const FEATURES: &str = "a0c6f79b4a7c43dbcd05f09e8e1800e7";

pub fn framed(mut document: Document, request: &Request, lang: Lang, quirks: &Quirks) -> Document {
    let host = &request.origin.host;
    let frame = match request.output() {
        _ if document.kind == Kind::Error => return document,
        Some(Output::Text) => Frame::Bare,
        _ => quirks.frame,
    };
    let func = ("func", request.func().into());
    let attributes = match frame {
        Frame::Orion => orion(func, document.kind, lang, host),
        Frame::Dragon => dragon(func, lang, host),
        Frame::Function => vec![func],
        Frame::Bare => Vec::new(),
    };
    document.attributes = attributes;
    match frame {
        Frame::Orion | Frame::Dragon => {
            if document.kind == Kind::Form {
                document.body.push(titles(&document.body, request.func(), lang));
            }
            document.body.push(Element::group("tparams", repeated(request, quirks)));
            let filter = document.filter.iter().map(|(field, value)| Element::leaf(field.clone(), value));
            document.body.push(Element::group("saved_filters", filter.collect()));
        }
        Frame::Function | Frame::Bare => lay_bare(&mut document),
    }
    document
}

fn orion(func: Attribute, kind: Kind, lang: Lang, host: &str) -> Vec<Attribute> {
    let stylesheet = match kind {
        Kind::Login => "login",
        Kind::List => "list",
        Kind::Form | Kind::Done | Kind::Error => "form",
    };
    vec![
        ("lang", lang.code().into()),
        func,
        ("binary", "/billmgr".into()),
        ("host", format_compact!("http://{host}")),
        ("themename", "orion".into()),
        ("theme", "orion".into()),
        ("stylesheet", stylesheet.into()),
        ("features", FEATURES.into()),
        ("notify", CompactString::default()),
        ("branddir", format_compact!("http://{host}/manimg/orion/")),
    ]
}

fn dragon(func: Attribute, lang: Lang, host: &str) -> Vec<Attribute> {
    vec![
        ("lang", lang.code().into()),
        func,
        ("binary", "/billmgr".into()),
        ("host", format_compact!("http://{host}")),
        ("themename", "dragon".into()),
        ("features", FEATURES.into()),
        ("notify", CompactString::default()),
        ("theme", "/manimg/dragon/".into()),
        ("css", "main.css".into()),
        ("logo", "logo.png".into()),
        ("logolink", format_compact!("http://{host}")),
        ("favicon", "favicon.ico".into()),
        ("localdir", "local_bcb801722638/".into()),
    ]
}

/// The titles of the fields that people know.
fn titles(fields: &[Element], func: &str, lang: Lang) -> Element {
    let titled = fields.iter().filter(|field| field.is_scalar());
    let titles = titled
        .filter_map(|field| Some(Element::leaf("msg", lang.title(&field.name)?).with("name", &field.name)))
        .collect();
    Element::group("messages", titles).with("name", func).with("checked", FEATURES)
}

fn repeated(request: &Request, quirks: &Quirks) -> Vec<Element> {
    let params = request.params().iter();
    params
        .filter(|(name, _)| is_xml_name(name))
        .filter(|(name, _)| quirks.echo_secrets || !CREDENTIALS.contains(&name.as_str()))
        .map(|(name, value)| Element::leaf(name.clone(), value))
        .collect()
}

/// Without its frame a list says how long a page is and no more, and `ok` has no attributes.
fn lay_bare(document: &mut Document) {
    let framing = ["metadata", "p_elems", "p_num", "p_order", "p_sort"];
    document.body.retain(|element| !framing.contains(&element.name.as_ref()));
    let ok = document.body.iter_mut().filter(|element| element.name == "ok");
    ok.for_each(|ok| ok.attributes.clear());
}

/// Names come from outside too: what cannot be an XML name is left out.
pub fn is_xml_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}
