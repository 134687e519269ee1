//! Every output of an answer can be read by an ordinary parser, and all of them say the same.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use roxmltree::Node;
use serde_json::{Value, json};

use crate::steps::LOGINS;
use crate::walk::Walk;

const JSON_OUTPUTS: [&str; 4] = ["json", "sjson", "xjson", "bjson"];

/// A call that only looks, of one of the accounts.
#[derive(Clone, Debug)]
pub struct Reading {
    who: usize,
    query: &'static str,
    elid: Index,
    lang: &'static str,
}

pub fn reading() -> impl Strategy<Value = Reading> {
    let query = select(
        &[
            "func=addition",
            "func=soft",
            "func=softexternal&p_cnt=1",
            "func=addition.edit",
            "func=soft.edit",
            "func=service.prolong",
            "func=service.prolong&period=1",
            "func=addition.order.param&pricelist=55371&item=1%26%3C",
            "func=pricelist.export&itemtype=softexternal",
            "func=basket",
            "func=subaccount",
            "func=whoami",
            "func=nonsense%22%3C",
        ][..],
    );
    (0..2_usize, query, any::<Index>(), select(&["en", "ru"][..])).prop_map(|(who, query, elid, lang)| Reading {
        who,
        query,
        elid,
        lang,
    })
}

pub fn check(walk: &mut Walk, reading: &Reading) {
    walk.control("POST", "seed", &json!({ "u17_activation_reads": null }));
    walk.control("DELETE", "faults", &Value::Null);
    let ids: Vec<u64> = walk.services().into_keys().collect();
    let query = format!(
        "authinfo={}&{}&elid={}&lang={}",
        LOGINS[reading.who].1,
        reading.query,
        reading.elid.get(&ids),
        reading.lang
    );
    let mut ask = |out: &str| String::from_utf8(walk.billing(&format!("{query}&out={out}")).unwrap().body).unwrap();
    let xml = ask("xml");
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let mut wanted = Vec::new();
    xml.root_element().children().for_each(|child| collect_xml(child, &mut wanted));
    wanted.sort();
    for out in JSON_OUTPUTS {
        let mut value: Value = serde_json::from_str(&ask(out)).unwrap();
        let doc = if out == "bjson" { value } else { value["doc"].take() };
        let mut found = Vec::new();
        // What describes the installation stands before the data.
        let data = |name: &str| !name.starts_with('$') && name != "func";
        for (_, value) in doc.as_object().unwrap().iter().filter(|(name, _)| data(name)) {
            collect_json(value, &mut found);
        }
        found.iter_mut().filter(|text| *text == out).for_each(|text| "xml".clone_into(text));
        found.sort();
        assert_eq!(found, wanted, "{query} in {out}");
    }
    check_text(&ask("text"), xml.root_element(), &query);
}

/// Lines of `name=value`, a line of them for each row, `OK` or `ERROR`.
fn check_text(text: &str, doc: Node, query: &str) {
    let named = |name: &'static str| doc.children().filter(move |child| child.has_tag_name(name));
    if let Some(error) = named("error").next() {
        let mark = |name| error.attribute(name).unwrap_or_default();
        assert!(text.starts_with(&format!("ERROR {}({}) ", mark("type"), mark("object"))), "{query}: {text}");
        return;
    }
    if named("p_cnt").next().is_some() {
        assert_eq!(text.lines().count(), named("elem").count(), "{query}: {text}");
        return;
    }
    for (name, value) in text.lines().filter_map(|line| line.split_once('=')) {
        let same = |node: Node| node.has_tag_name(name) && node.text().unwrap_or_default() == value;
        assert!(
            doc.descendants().any(same) || doc.children().any(|row| row.has_tag_name("pricelist")),
            "{query}: {text}"
        );
    }
    assert_eq!(
        text.ends_with("OK\n"),
        named("ok").next().is_some() || named("user").next().is_some(),
        "{query}: {text}"
    );
}

/// Every text and every value of an attribute. Names are not compared: bjson makes other ones.
fn collect_xml(node: Node, texts: &mut Vec<String>) {
    // An error tells these two in xml alone.
    if node.has_tag_name("stack") {
        return;
    }
    let is_title = node.parent().is_some_and(|parent| parent.has_tag_name("messages"));
    let told = |name: &str| !(node.has_tag_name("error") && name == "code" || is_title && name == "name");
    texts.extend(node.attributes().filter(|one| told(one.name())).map(|one| one.value().to_owned()));
    texts.extend(node.text().filter(|_| node.is_text()).map(str::to_owned));
    texts.retain(|text| !text.is_empty());
    node.children().for_each(|child| collect_xml(child, texts));
}

fn collect_json(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect_json(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect_json(value, texts)),
        other => panic!("texts only, not {other}"),
    }
}
