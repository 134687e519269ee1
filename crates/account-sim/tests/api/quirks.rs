//! The quirks of the wire that no public sample shows by itself.

use serde_json::{Value, json};

use crate::client::{BITNINJA, RU, quirky};

#[test]
fn a_row_that_is_the_only_one_may_be_a_bare_object() {
    let client = quirky(json!({ "single_row": "object" }));
    client.order_bitninja("");
    assert_eq!(client.json("func=addition")["elem"]["id"]["$"], "812345");
    assert_eq!(client.bjson("func=addition")["elem"]["id"], "812345");
    let tariffs = client.json("func=pricelist.export&itemtype=softexternal");
    assert_eq!(tariffs["pricelist"][1]["price"]["period"]["$length"], "1");
    client.order_bitninja("");
    assert_eq!(client.json("func=addition")["elem"][1]["id"]["$"], "812346");
}

#[test]
fn bjson_may_have_a_doc_around_it_and_an_object_for_a_message() {
    let client = quirky(json!({"bjson_doc": true, "bjson_message": "object"}));
    assert_eq!(client.bjson("func=soft")["doc"]["elem"][0]["id"], "1001");
    assert_eq!(client.bjson("func=item")["doc"]["error"]["msg"]["$"].as_str().unwrap().find("'item'"), Some(9));
}

#[test]
fn money_may_be_written_as_in_the_country() {
    let client = quirky(json!({ "money": "local" }));
    let answer = |query: &str| client.call_as(RU, &format!("{query}&out=bjson")).unwrap();
    assert!(answer("func=subaccount").contains("\"balance\":\"50\u{a0}000,00\u{a0}руб.\""));
    assert!(answer("func=soft").contains("\"cost\":\"1\u{a0}190,00\u{a0}руб.\""));
    client.seed(json!({"balance": {"ru-partner": "1234.56"}}));
    let short = answer("func=addition.order.param&pricelist=55390&item=2001&period=12&sok=ok&skipbasket=on");
    assert!(short.contains("баланс: 1\u{a0}234,56\u{a0}руб."), "{short}");
}

#[test]
fn a_service_that_is_charged_daily_has_a_text_for_its_end() {
    let client = quirky(json!({ "billdaily": [55371] }));
    let id = client.order_bitninja("");
    for shown in [client.json("func=addition")["elem"][0].take(), client.json(&format!("func=addition.edit&elid={id}"))]
    {
        assert_eq!(shown["expiredate"]["$"], "Daily charges");
        assert_eq!(shown["real_expiredate"]["$"], "2027-02-10");
        assert_eq!(shown["billdaily"]["$"], "on");
    }
    assert_eq!(client.json("func=soft")["elem"][0]["billdaily"]["$"], "off");
}

#[test]
fn a_status_may_say_its_reason() {
    let client = quirky(json!({ "substatus": true }));
    client.order_bitninja("");
    client.advance_days(35);
    let row = client.json("func=addition")["elem"][0].take();
    assert_eq!((&row["item_status"]["$orig"], &row["item_real_status"]["$"]), (&json!("3_autosuspend"), &json!("3")));
}

#[test]
fn the_detail_of_an_error_may_leave_its_values_to_the_client() {
    let client = quirky(json!({ "detail_placeholders": true }));
    let error = client.json(&format!("{BITNINJA}&period=3"))["error"].take();
    assert_eq!(error["detail"]["$"], "The '__object__' field has invalid value.");
    assert_eq!(error["msg"]["$"], "The 'Period' field has invalid value.");
    assert_eq!(error["param"][1], json!({"$name": "value", "$": "3"}));
}

#[test]
fn quirks_are_set_one_by_one_and_a_misspelt_one_changes_nothing() {
    let client = quirky(json!({ "frame": "bare" }));
    client.seed(json!({"quirks": {"empty_text": "nothing"}}));
    for wrong in [json!({"fame": "orion"}), json!({"frame": "oval"}), json!("bare"), json!([1])] {
        let seed = json!({"quirks": wrong, "balance": {"eu-partner": "1.00"}});
        assert_eq!(client.try_control("POST", "seed", &seed).0, 422, "{seed}");
    }
    let quirks = client.control("GET", "seed", &Value::Null)["settings"]["quirks"].take();
    assert_eq!((&quirks["frame"], &quirks["empty_text"]), (&json!("bare"), &json!("nothing")));
    assert_eq!(client.balance(), "500.00 EUR");
}
