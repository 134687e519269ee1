//! Answers are what public samples show, byte for byte but for their variable parts. The samples, where they come from
//! and what is variable in them: `tests/samples`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::client::{BITNINJA, Client, EU, RU, frozen, quirky};

const KEY: &str = "5f4dcc3b5aa765d61d8327deb882cf99";

/// The answer, without the declaration of xml, is the whole sample.
pub fn assert_is_sample(answer: &str, sample: &str) {
    let answer = answer.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap_or(answer).trim_end();
    let text = read(sample);
    let rest = after(text.trim_end(), answer, &mut BTreeMap::new());
    assert_eq!(rest, Some(""), "sample {sample}:\n{text}\nanswer:\n{answer}");
}

/// Each line of the sample stands somewhere in the answer.
pub fn assert_has_sample(answer: &str, sample: &str) {
    let mut values = BTreeMap::new();
    for line in read(sample).lines() {
        let found = (0..answer.len()).filter_map(|start| answer.get(start..)).find_map(|rest| {
            let mut tried = values.clone();
            after(line, rest, &mut tried).map(|_| tried)
        });
        assert!(found.is_some(), "sample {sample}: {line}\nanswer:\n{answer}");
        values = found.unwrap();
    }
}

fn read(sample: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/samples/{sample}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What follows in the text after the template, if the text begins with it. Learns the values of variable parts.
fn after<'a>(template: &str, text: &'a str, values: &mut BTreeMap<String, String>) -> Option<&'a str> {
    let (literal, name, template) = match next_variable(template) {
        None => return text.strip_prefix(template),
        Some(parts) => parts,
    };
    let text = text.strip_prefix(literal)?;
    let value = match values.get(name) {
        Some(value) => text.strip_prefix(value.as_str()).map(|_| value.len())?,
        None => {
            let end = template.split(['{', '"', '<']).next().filter(|end| !end.is_empty());
            let longest = text.find(['"', '<', '>']).unwrap_or(text.len());
            end.map_or(Some(longest), |end| text[..longest].find(end))?
        }
    };
    values.insert(name.to_owned(), text[..value].to_owned());
    after(template, &text[value..], values)
}

/// The template up to its first `{name}`, the name, and the rest.
fn next_variable(template: &str) -> Option<(&str, &str, &str)> {
    template.match_indices('{').find_map(|(start, _)| {
        let (name, rest) = template[start + 1..].split_once('}')?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
        is_name.then_some((&template[..start], name, rest))
    })
}

/// An answer to the EU account; to nobody when it has no account.
fn ask(client: &Client, account: Option<(&str, &str)>, query: &str) -> String {
    match account {
        Some(account) => client.call_as(account, query).unwrap(),
        None => client.get(&format!("/billmgr?{query}")).1,
    }
}

#[test]
fn sample_1_a_login_in_xml() {
    let password = "Secret%26%3Cru%3E:1";
    let query = format!("out=xml&username=ru-partner&password={password}&func=auth");
    assert_is_sample(&ask(&frozen(), None, &query), "01-auth.xml");
}

#[test]
fn samples_2_and_3_a_wrong_password() {
    let client = quirky(json!({ "remote_addr": false }));
    let wrong = "func=auth&username=eu-partner&password=wrong";
    assert_is_sample(&ask(&client, None, &format!("{wrong}&lang=ru")), "02-bad-password.xml");
    client.seed(json!({"quirks": {"remote_addr": true}}));
    assert_is_sample(&ask(&client, None, &format!("{wrong}&out=sjson")), "03-bad-password.json");
}

#[test]
fn samples_4_and_5_a_success_in_the_frame_of_the_theme_dragon() {
    let client = quirky(json!({"frame": "dragon", "empty_text": "nothing"}));
    let id = client.order_bitninja("");
    let deleted = ask(&client, Some(EU), &format!("elid={id}&func=addition.delete&out=sjson"));
    assert_is_sample(&deleted, "04-deleted.json");
    let query = format!("username=eu-partner&key={KEY}&func=session.newkey&out=sjson");
    assert_has_sample(&ask(&client, Some(EU), &query), "05-newkey.json");
}

#[test]
fn samples_6_to_11_short_answers() {
    let client = quirky(json!({ "frame": "bare" }));
    for (account, query, sample) in [
        (Some(EU), "func=addition.suspend&elid=1", "06-access.json"),
        (None, "func=addition", "07-not-logged-in.json"),
        (Some(EU), "func=addition.edit&elid=1", "08-unknown-element.json"),
        (Some(EU), "func=item&lang=ru", "09-unknown-function.json"),
        (Some(EU), "func=softexternal", "10-empty-list.json"),
        (Some(EU), &format!("func=session.newkey&username=eu-partner&key={KEY}"), "11-ok.json"),
    ] {
        assert_is_sample(&ask(&client, account, &format!("{query}&out=json")), sample);
    }
}

#[test]
fn sample_12_a_balance() {
    let client = quirky(json!({ "frame": "function" }));
    let balance = || ask(&client, Some(EU), "func=subaccount&out=json");
    assert_has_sample(&balance(), "12-balance.json");
    client.seed(json!({"quirks": {"balance": "apart"}}));
    assert_has_sample(&balance(), "12-balance-apart.json");
}

#[test]
fn samples_13_and_14_rows_of_services() {
    let client = quirky(json!({ "createdate_twice": true }));
    let id = client.active_bitninja("&autoprolong=1");
    let list = || ask(&client, Some(EU), "func=addition&out=json");
    assert_has_sample(&list(), "13-active-row.json");
    client.xml(&format!("func=addition.delete&elid={id}"));
    assert_has_sample(&list(), "14-deleted-row.json");
}

#[test]
fn sample_15_a_list_in_bjson() {
    let client = frozen();
    let list = || ask(&client, Some(RU), "func=soft&out=bjson");
    assert_has_sample(&list(), "15-list.bjson");
    client.seed(json!({"quirks": {"billdaily": [55231]}}));
    assert_has_sample(&list(), "15-daily-row.bjson");
}

#[test]
fn sample_16_a_login_in_json() {
    let client = quirky(json!({ "frame": "bare" }));
    let login = || ask(&client, None, "func=auth&username=eu-partner&password=Secret%26%3Ceu%3E:1&out=json");
    assert_has_sample(&login(), "16-auth.json");
    client.seed(json!({"quirks": {"bare_auth": true}}));
    assert_is_sample(&login(), "16-bare-auth.json");
}

#[test]
fn sample_17_an_order_that_waits_for_its_payment() {
    let client = quirky(json!({"frame": "bare", "unpaid_link": "payment_page"}));
    let query = format!("{}&period=1&out=json", BITNINJA.replace("skipbasket=on", "skipbasket=off"));
    assert_is_sample(&ask(&client, Some(EU), &query), "17-unpaid.json");
}

#[test]
fn sample_18_a_second_factor_is_wanted() {
    let client = quirky(json!({ "frame": "bare" }));
    client.seed(json!({"totp": ["eu-partner"]}));
    assert_is_sample(&ask(&client, Some(EU), "func=whoami&out=json"), "18-totp.json");
}

#[test]
fn sample_19_the_frame_of_a_list() {
    let client = frozen();
    client.order_bitninja("");
    assert_has_sample(&ask(&client, Some(EU), "func=addition&p_cnt=1000&out=json"), "19-list-frame.json");
}

#[test]
fn sample_20_an_error_in_xml() {
    assert_has_sample(&frozen().xml(&format!("{BITNINJA}&period=3")), "20-error.xml");
}

#[test]
fn sample_21_a_long_request_is_a_page_and_later_json() {
    let client = frozen();
    client.control("POST", "faults", &json!({"func": "soft", "fault": "long_request", "seconds": 1}));
    let page = ask(&client, Some(EU), "func=soft&out=json");
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert_has_sample(&page, "21-long.html");
    let path = &page[page.find("/long/").unwrap()..][.."/long//billmgr".len() + 24];
    client.advance_seconds(1);
    assert!(serde_json::from_str::<Value>(&client.get(path).1).unwrap()["doc"]["elem"].is_array());
}

#[test]
fn sample_22_a_price_list() {
    let client = frozen();
    for output in ["xml", "json", "bjson"] {
        let list = ask(&client, Some(EU), &format!("func=pricelist.export&itemtype=addition&out={output}"));
        assert_has_sample(&list, &format!("22-price-list.{output}"));
    }
}
