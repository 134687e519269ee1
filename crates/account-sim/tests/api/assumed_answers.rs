//! Each answer to an open question, where it concerns what functions take and give.

use serde_json::{Value, json};

use crate::client::{BITNINJA, Client, EU, frozen};

const LITESPEED: &str = "func=addition.order.param&pricelist=90101&item=1001&period=1&sok=ok&skipbasket=on";
const DDOS_GUARD: &str =
    "func=addition.order.param&pricelist=23221&item=1001&period=1&sok=ok&skipbasket=on&domain=example.com";

fn with(setting: Value) -> Client {
    let client = frozen();
    client.seed(setting);
    client
}

fn value(field: &str) -> (String, String) {
    ("value".to_owned(), field.to_owned())
}

fn active(client: &Client) -> String {
    let id = client.order_bitninja("&bitninja_email=client@example.com");
    client.advance_seconds(3);
    id
}

#[test]
fn u1_an_order_answers_its_id_as_a_value_as_a_plain_text_or_not_at_all() {
    for (answer, id) in [("id", json!({"v": "812345"})), ("plain_id", json!("812345")), ("ok_only", json!(null))] {
        let client = with(json!({"u1_order_answer": answer}));
        let body = client.call_as(EU, &format!("{BITNINJA}&period=1&out=bjson")).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&body).unwrap()["id"], id, "{answer}");
        assert_eq!(client.service("812345")["status"], 1, "{answer}");
    }
}

#[test]
fn u2_an_order_may_need_the_button_finish() {
    let client = with(json!({"u2_clicked_button": "required"}));
    let order = format!("{BITNINJA}&period=1");
    assert_eq!(client.json(&order)["slist"][0]["$name"], "period");
    assert_eq!(client.ledger(), Vec::<String>::new());
    client.xml(&format!("{order}&clicked_button=finish"));
    assert_eq!(client.ledger().len(), 1);
    client.seed(json!({"u2_clicked_button": "optional"}));
    client.xml(&order);
    assert_eq!(client.ledger().len(), 2);
}

#[test]
fn u5_the_fields_of_bitninja_have_one_of_three_sets_of_names() {
    for (answer, email, key, password) in [
        ("as_in_manual", "bitninja_email", "bitninjakey", "bitninja_password"),
        ("underscored", "bitninja_email", "bitninja_key", "bitninja_password"),
        ("short", "email", "key", "password"),
    ] {
        let client = with(json!({"u5_bitninja_fields": answer}));
        let id = active(&client);
        let form = client.json(&format!("func=addition.edit&elid={id}"));
        assert_eq!(form[email]["$"], "client@example.com", "{answer}");
        assert_eq!(form[key]["$"].as_str().unwrap().len(), 32, "{answer}");
        assert_eq!(form[password]["$"].as_str().unwrap().len(), 12, "{answer}");
        client.xml(&format!("func=addition.edit&elid={id}&{email}=new@example.com&sok=ok"));
        assert_eq!(client.service(&id)["params"]["bitninja_email"], "new@example.com", "{answer}");
    }
}

#[test]
fn u6_ddos_guard_asks_for_the_address_under_one_of_two_names() {
    for (answer, wanted, other) in [("domain_and_target_ip", "target_ip", "ip"), ("domain_and_ip", "ip", "target_ip")] {
        let client = with(json!({"u6_ddos_guard_fields": answer}));
        assert_eq!(client.error(&format!("{DDOS_GUARD}&{other}=192.0.2.1")), value(wanted), "{answer}");
        client.xml(&format!("{DDOS_GUARD}&{wanted}=192.0.2.1"));
        assert_eq!(client.service("812345")["params"][wanted], "192.0.2.1", "{answer}");
    }
}

#[test]
fn u7_other_modules_may_ask_for_a_name() {
    let client = with(json!({"u7_other_modules": "item_and_name"}));
    assert_eq!(client.error(LITESPEED), value("licname"));
    client.xml(&format!("{LITESPEED}&licname=web"));
    client.seed(json!({"u7_other_modules": "item_only"}));
    client.xml(LITESPEED);
    assert_eq!(client.service("812346")["params"], json!({}));
}

#[test]
fn u9_an_order_without_a_period_may_mean_the_first_one() {
    for period in ["", "&period=0", "&period="] {
        let client = with(json!({"u9_missing_period": "first_offered"}));
        client.xml(&format!("{BITNINJA}{period}"));
        assert_eq!(client.ledger(), ["order -10.00 addition.order.param"], "{period}");
        client.seed(json!({"u9_missing_period": "refused"}));
        assert_eq!(client.error(&format!("{BITNINJA}{period}")), value("period"), "{period}");
    }
}

#[test]
fn u10_a_period_that_is_not_offered_is_refused_in_two_ways_or_sold() {
    let quarter = format!("{BITNINJA}&period=3");
    let client = frozen();
    assert_eq!(client.error(&quarter), value("period"));
    client.seed(json!({"u10_unoffered_period": "text"}));
    assert_eq!(client.error(&quarter), ("msg".to_owned(), String::new()));
    assert!(client.xml(&quarter).contains("You cannot order this tariff plan for the selected period"));
    client.seed(json!({"u10_unoffered_period": "accepted"}));
    client.xml(&quarter);
    assert_eq!(client.ledger(), ["order -30.00 addition.order.param"]);
    client.advance_seconds(3);
    client.xml("func=service.prolong&elid=812345&period=3&sok=ok");
    assert_eq!(client.service("812345")["expiredate"], "2027-07-10");
}

#[test]
fn u11_a_client_may_not_be_allowed_to_delete_modules() {
    let client = with(json!({"u11_deletion": "access"}));
    let id = active(&client);
    let delete = format!("func=addition.delete&elid={id}");
    assert_eq!(client.error(&delete), ("access".into(), "addition.delete".into()));
    client.xml("func=soft.delete&elid=1005");
    assert_eq!(client.service("1005")["status"], 4);
    client.seed(json!({"u11_deletion": "allowed"}));
    client.xml(&delete);
    assert_eq!(client.service(&id)["status"], 4);
}

#[test]
fn u12_a_client_may_be_allowed_to_suspend_modules() {
    let client = frozen();
    let id = active(&client);
    for action in ["suspend", "resume"] {
        let denied = client.error(&format!("func=addition.{action}&elid={id}"));
        assert_eq!(denied, ("access".to_owned(), format!("addition.{action}")));
    }
    client.seed(json!({"u12_module_suspension": "allowed"}));
    client.xml(&format!("func=addition.suspend&elid={id}"));
    assert_eq!(client.service(&id)["status"], 3);
    client.xml(&format!("func=addition.resume&elid={id}"));
    assert_eq!(client.service(&id)["status"], 2);
}

#[test]
fn u13_a_renewal_is_for_any_offered_period_or_only_for_the_service_s_own() {
    let client = frozen();
    let id = active(&client);
    let year = format!("func=service.prolong&elid={id}&period=12&sok=ok");
    client.seed(json!({"u13_renewal_period": "own_only"}));
    assert_eq!(client.error(&year), value("period"));
    client.xml(&format!("func=addition.edit&elid={id}&autoprolong=12&sok=ok"));
    assert_eq!(client.service(&id)["period"], 12);
    client.xml(&year);
    client.seed(json!({"u13_renewal_period": "any_offered"}));
    client.xml(&format!("func=service.prolong&elid={id}&period=6&sok=ok"));
    assert_eq!(client.service(&id)["period"], 6);
    assert_eq!(client.service(&id)["expiredate"], "2028-08-10");
}

#[test]
fn u14_the_price_list_may_be_open_to_everybody() {
    let client = frozen();
    let read = || client.post(&[("func", "pricelist.export"), ("itemtype", "addition")]).unwrap().1;
    assert!(read().contains("<error type=\"auth\""));
    client.seed(json!({"u14_price_list": "public"}));
    assert!(read().contains("<id>55371</id>") && !read().contains("<id>55390</id>"));
    let wrong = [("authinfo", "eu-partner:wrong"), ("func", "pricelist.export")];
    assert!(client.post(&wrong).unwrap().1.contains("badpassword"));
}

#[test]
fn u15_a_tariff_s_name_stands_under_one_of_several_names() {
    let names = ["name", "title", "name_en", "name_ru"];
    for (answer, under) in [
        ("name", vec!["name"]),
        ("title", vec!["title"]),
        ("by_language", vec!["name_en", "name_ru"]),
        ("internal_only", vec![]),
    ] {
        let client = with(json!({"u15_tariff_names": answer}));
        let tariff = client.json("func=pricelist.export&itemtype=addition")["pricelist"][0].take();
        for name in names {
            assert_eq!(tariff[name]["$"].is_string(), under.contains(&name), "{answer} {name}");
        }
        assert!(tariff["additionintname"]["$"].is_string(), "{answer}");
    }
}

#[test]
fn u16_a_row_holds_the_status_under_one_of_three_names() {
    let names = ["item_status", "status", "status_msg"];
    for answer in names {
        let client = with(json!({"u16_status_field": answer}));
        let row = client.json("func=soft")["elem"][0].take();
        for name in names {
            let expected = if name == answer { json!("2") } else { json!(null) };
            assert_eq!(row[name]["$orig"], expected, "{answer} {name}");
        }
        assert_eq!(client.json("func=soft&filter=on&status=2")["p_elems"]["$"], "5", "{answer}");
    }
}

#[test]
fn u20_a_trial_can_be_had_once_for_a_licence_once_for_an_account_or_always() {
    let trial = |client: &Client, item: &str| client.error(&format!("{}&period=-100", BITNINJA.replace("1001", item)));
    for (answer, same, other) in
        [("once_per_licence", "exists", ""), ("once_per_account", "exists", "exists"), ("unlimited", "", "")]
    {
        let client = with(json!({"u20_trial": answer}));
        assert_eq!(trial(&client, "1001").0, "", "{answer}");
        client.xml("func=addition.delete&elid=812345");
        assert_eq!(trial(&client, "1001").0, same, "{answer}");
        assert_eq!(trial(&client, "1002").0, other, "{answer}");
    }
    let client = frozen();
    let licence = "func=soft.order.param&pricelist=55239&period=-100&ip=192.0.2.77&licname=try&sok=ok&skipbasket=on";
    assert_eq!(client.error(licence).0, "");
    assert_eq!(client.error(licence), ("exists".into(), "trial".into()));
}

#[test]
fn u21_a_client_may_not_be_allowed_to_ask_for_a_login_key() {
    let client = with(json!({"u21_session_newkey": "access"}));
    let newkey = "func=session.newkey&username=eu-partner&key=0123456789abcdef";
    assert_eq!(client.error(newkey), ("access".into(), "session.newkey".into()));
    client.seed(json!({"u21_session_newkey": "own_login"}));
    assert_eq!(client.error(newkey).0, "");
}

#[test]
fn u22_a_deletion_may_need_its_confirmation() {
    let client = with(json!({"u22_delete_sok": "needed"}));
    let id = active(&client);
    let delete = format!("func=addition.delete&elid={id}");
    assert_eq!(client.json(&delete)["elid"]["$"], id.as_str());
    assert_eq!(client.service(&id)["status"], 2);
    client.xml(&format!("{delete}&sok=ok"));
    assert_eq!(client.service(&id)["status"], 4);
    let other = active(&client);
    client.seed(json!({"u22_delete_sok": "not_needed"}));
    client.xml(&format!("func=addition.delete&elid={other}"));
    assert_eq!(client.service(&other)["status"], 4);
}

#[test]
fn u25_a_licence_of_another_account_is_refused_in_two_ways_or_taken() {
    let order = format!("{}&period=1", BITNINJA.replace("1001", "2001"));
    for (answer, error) in [("value", value("item")), ("missed", ("missed".to_owned(), String::new()))] {
        let client = with(json!({"u25_foreign_item": answer}));
        assert_eq!(client.error(&order), error, "{answer}");
    }
    let client = with(json!({"u25_foreign_item": "accepted"}));
    client.xml(&order);
    assert_eq!(client.service("812345")["item"], 2001);
    assert_eq!(client.error(&order.replace("2001", "999")), value("item"));
}

#[test]
fn u27_names_and_addresses_have_a_longest_length() {
    let client = frozen();
    let order = |name: &str| {
        format!(
            "func=softexternal.order.param&pricelist=9203&period=1&ip=192.0.2.8&licname={name}&sok=ok&skipbasket=on"
        )
    };
    assert_eq!(client.error(&order(&"я".repeat(256))), value("licname"));
    assert_eq!(client.error(&order(&"я".repeat(255))).0, "");
    client.seed(json!({"u27_longest_text": 16}));
    assert_eq!(client.error(&order(&"n".repeat(17))), value("licname"));
    let id = client.order_bitninja("&bitninja_email=1234@example.com");
    assert_eq!(
        client.error(&format!("func=addition.edit&elid={id}&bitninja_email=12345@example.com&sok=ok")),
        value("bitninja_email")
    );
}
