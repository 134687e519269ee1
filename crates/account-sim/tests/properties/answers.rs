//! Every output of an answer can be read by an ordinary parser, and all of them say the same.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::steps::LOGINS;
use crate::walk::Walk;

const JSON_OUTPUTS: [&str; 3] = ["json", "sjson", "bjson"];

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
    let ids: Vec<u64> = walk.services().into_keys().collect();
    let query = format!(
        "authinfo={}&{}&elid={}&lang={}",
        LOGINS[reading.who].1,
        reading.query,
        reading.elid.get(&ids),
        reading.lang
    );
    let mut ask = |out: &str| walk.billing(&format!("{query}&out={out}")).unwrap().body;
    let xml = ask("xml");
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let mut wanted = Vec::new();
    for child in xml.root_element().children() {
        collect_xml(child, &mut wanted);
    }
    wanted.sort();
    for out in JSON_OUTPUTS {
        let body = ask(out);
        let mut value: Value = serde_json::from_str(&body).unwrap();
        let doc = if out == "bjson" { value } else { value["doc"].take() };
        let mut found = Vec::new();
        // What describes the installation stands before the data.
        for (_, value) in doc.as_object().unwrap().iter().filter(|(name, _)| !name.starts_with('$') && *name != "func")
        {
            collect_json(value, &mut found);
        }
        found.retain(|text| text != out);
        found.sort();
        let wanted: Vec<&String> = wanted.iter().filter(|text| *text != "xml").collect();
        assert_eq!(found.iter().collect::<Vec<_>>(), wanted, "{query} in {out}");
    }
}

fn collect_xml(node: roxmltree::Node, texts: &mut Vec<String>) {
    let own = node.attributes().map(|attribute| attribute.value()).chain(node.text().filter(|_| node.is_text()));
    texts.extend(own.filter(|text| !text.is_empty()).map(str::to_owned));
    for child in node.children() {
        collect_xml(child, texts);
    }
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
