//! The outputs: what each of them looks like, and that none can be broken by what a request holds.

use serde_json::{Value, json};

use crate::client::{BITNINJA, EU, frozen};

const OUTPUTS: [&str; 6] = ["xml", "json", "sjson", "xjson", "bjson", "text"];

#[test]
fn json_sjson_and_xjson_are_one() {
    let client = frozen();
    let answer = |out: &str| client.xml(&format!("func=soft&out={out}")).replace(&format!("\"{out}\""), "");
    assert_eq!((answer("json"), answer("json")), (answer("sjson"), answer("xjson")));
}

#[test]
fn text_has_a_line_for_a_field_of_a_form_and_for_a_row_of_a_list() {
    let client = frozen();
    let text = |query: &str| client.xml(&format!("{query}&out=text"));
    assert_eq!(text(&format!("{BITNINJA}&period=1")), "id=812345\nOK\n");
    let form = text("func=addition.edit&elid=812345");
    assert!(form.starts_with("elid=812345\nid=812345\nname=#812345 BitNinja\n"), "{form}");
    assert!(form.lines().all(|line| line.contains('=')) && !form.contains("Half a year"), "{form}");
    let list = text("func=soft&p_cnt=2");
    let rows: Vec<&str> = list.lines().collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].starts_with("id=1001 account=eu-partner ") && rows[1].starts_with("id=1002 "), "{list}");
    assert_eq!(text("func=softexternal"), "");
    assert_eq!(text("func=addition.delete&elid=812345"), "OK\n");
    assert_eq!(text("func=addition.edit&elid=1"), "ERROR missed() The item does not exist\n");
    assert_eq!(text(&format!("{BITNINJA}&period=3")), "ERROR value(period) The 'Period' field has invalid value.\n");
}

#[test]
fn attributes_come_before_children_and_children_by_their_names() {
    let list = frozen().xml("func=soft&out=json");
    let order = ["$lang", "$branddir", "elem", "account", "billdaily", "cost", "metadata", "p_cnt", "tparams"];
    let places: Vec<_> = order.iter().map(|name| list.find(&format!("\"{name}\":"))).collect();
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
}

#[test]
fn a_form_holds_the_titles_of_its_fields_in_both_languages() {
    let client = frozen();
    let titles = |lang: &str| {
        let form = client.json(&format!("func=addition.order.param&pricelist=55371&lang={lang}"));
        form["messages"]["msg"].clone()
    };
    assert_eq!((&titles("en")["period"], &titles("ru")["period"]), (&json!("Period"), &json!("Период")));
    let xml = client.xml("func=addition.order.param&pricelist=55371");
    assert!(
        xml.contains("<messages name=\"addition.order.param\"") && xml.contains("<msg name=\"period\">Period</msg>")
    );
}

#[test]
fn nothing_in_a_request_makes_an_answer_malformed() {
    let client = frozen();
    let hostile = [
        "%00%01%1F%7F%C2%80",
        "%EF%BF%BE%EF%BF%BF%ED%A0%80",
        "%FF%FE%80",
        "%3C%2Fdoc%3E%5D%5D%3E%26%22%27%5C%7B%7D",
        "%0D%0A%09+%E2%80%A8",
        "__value____object__",
    ];
    let login = "authinfo=eu-partner:Secret%26%3Ceu%3E:1";
    for out in OUTPUTS {
        for value in hostile {
            for query in [
                format!("{login}&func={value}"),
                format!("{login}&func=soft&{value}={value}&x={value}&x={value}&1x=1&x:y=1&xmlns=1&elem=1&tparams=2"),
                format!("{login}&func=addition.order.param&pricelist=55371&item={value}"),
                format!("{login}&func=addition.order.param&pricelist=55371&item=1001&period={value}&sok=ok"),
                format!("func=auth&username={value}&password={value}"),
            ] {
                let (status, body) = client.get(&format!("/billmgr?{query}&out={out}"));
                assert_eq!(status, 200, "{query}");
                match out {
                    "xml" => assert!(roxmltree::Document::parse(&body).is_ok(), "{query}\n{body}"),
                    "text" => assert!(body.starts_with("ERROR ") || body.contains('='), "{query}\n{body}"),
                    _ => assert!(serde_json::from_str::<Value>(&body).is_ok(), "{query}\n{body}"),
                }
            }
        }
    }
}

#[test]
fn an_unknown_output_is_refused_in_xml_before_anything_takes_effect() {
    let client = frozen();
    for out in ["devel", "%00", "XML", "json%20"] {
        let (_, body) =
            client.get(&format!("/billmgr?authinfo=eu-partner:Secret%26%3Ceu%3E:1&{BITNINJA}&period=1&out={out}"));
        assert!(body.contains("<error type=\"value\" object=\"out\""), "{body}");
    }
    let auth = format!("func=auth&username={}&password=Secret%26%3Ceu%3E:1&out=devel", EU.0);
    assert!(client.get(&format!("/billmgr?{auth}")).1.contains("object=\"out\""));
    assert_eq!(client.ledger(), Vec::<String>::new());
}
