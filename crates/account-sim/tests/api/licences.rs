//! What partners do with licences: suspend and resume, another key, another tariff, nodes, a free address.

use serde_json::json;

use crate::client::{Client, RU, frozen};

const PRO: &str = "func=soft.order.param&pricelist=55228&period=1&ip=192.0.2.50&licname=one&sok=ok&skipbasket=on";

fn active(client: &Client, order: &str) -> String {
    let id = client.json(order)["id"]["$"].as_str().unwrap().to_owned();
    client.advance_seconds(3);
    id
}

#[test]
fn a_suspended_licence_stays_paid_until_its_end() {
    let client = frozen();
    let id = active(&client, PRO);
    client.seed(json!({"quirks": {"substatus": true}}));
    client.xml(&format!("func=soft.suspend&elid={id}"));
    let row = client.json("func=soft&filter=on&id=812345")["elem"][0].take();
    assert_eq!(row["item_status"]["$orig"], "3_employeesuspend");
    assert_eq!(client.error(&format!("func=soft.suspend&elid={id}")).0, "msg");
    client.advance_days(20);
    client.xml(&format!("func=soft.resume&elid={id}"));
    assert_eq!((&client.service(&id)["status"], &client.service(&id)["expiredate"]), (&json!(2), &json!("2027-02-10")));
    assert_eq!(client.error(&format!("func=soft.resume&elid={id}")).0, "msg");
}

#[test]
fn a_suspended_licence_that_ran_out_has_to_be_renewed() {
    let client = frozen();
    let id = active(&client, PRO);
    client.xml(&format!("func=soft.suspend&elid={id}"));
    client.advance_days(31);
    assert_eq!(client.error(&format!("func=soft.resume&elid={id}")).0, "msg");
    client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    assert_eq!((&client.service(&id)["status"], &client.service(&id)["expiredate"]), (&json!(2), &json!("2027-03-10")));
}

#[test]
fn a_renewal_of_a_paid_suspended_licence_adds_to_its_end_and_lets_it_rest() {
    let client = frozen();
    let id = active(&client, PRO);
    client.xml(&format!("func=soft.suspend&elid={id}"));
    client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    assert_eq!((&client.service(&id)["status"], &client.service(&id)["expiredate"]), (&json!(3), &json!("2027-03-10")));
}

#[test]
fn several_licences_are_suspended_together_or_not_at_all() {
    let client = frozen();
    assert_eq!(client.error("func=soft.suspend&elid=1001, 2001").0, "missed");
    assert_eq!(client.service("1001")["status"], 2);
    client.xml("func=soft.suspend&elid=1001, 1002");
    assert_eq!((&client.service("1001")["status"], &client.service("1002")["status"]), (&json!(3), &json!(3)));
}

#[test]
fn a_licence_gets_another_key_each_time() {
    let client = frozen();
    let key = |_: u8| client.json("func=soft.edit&elid=1001&clicked_button=newkey&sok=ok")["lickey"]["$"].clone();
    let (first, second) = (key(1), key(2));
    assert!(first.as_str().unwrap().starts_with("1001-") && first != second);
    assert_eq!(client.json("func=soft.edit&elid=1001")["lickey"]["$"], second);
}

#[test]
fn nodes_are_paid_with_the_licence_and_with_its_renewals() {
    let client = frozen();
    let order = PRO.replace("55228", "55230");
    let id = active(&client, &format!("{order}&addon_55236=2"));
    client.xml(&format!("func=service.prolong&elid={id}&period=12&sok=ok"));
    assert_eq!(client.ledger(), ["order -37.90 soft.order.param", "prolong -409.30 service.prolong"]);
    assert_eq!(client.json(&format!("func=soft.edit&elid={id}"))["addon_55236"]["$"], "2");
    assert_eq!(client.error(&format!("{order}&addon_55236=many")), ("value".into(), "addon".into()));
    let tariffs = client.json("func=pricelist.export&itemtype=soft");
    let tariffs = tariffs["pricelist"].as_array().unwrap();
    let business = tariffs.iter().find(|tariff| tariff["id"]["$"] == "55230").unwrap();
    assert_eq!(business["addon"][0]["id"]["$"], "55236");
    assert_eq!(business["addon"][0]["price"]["period"][0]["$cost"], "7.5000");
}

#[test]
fn an_address_is_checked_before_a_licence_is_ordered() {
    let client = frozen();
    let check = |ip: &str| client.error(&format!("func=soft.checkip&pricelist=55228&period=1&ip={ip}"));
    assert_eq!(check("192.0.2.200").0, "");
    assert_eq!(check("192.0.2.1"), ("exists".into(), "ip".into()));
    assert_eq!(check("192.0.2"), ("value".into(), "ip".into()));
}

#[test]
fn a_change_of_the_tariff_is_told_and_then_paid_by_the_remaining_days() {
    let client = frozen();
    let id = active(&client, PRO);
    client.advance_days(15);
    let offered = client.json(&format!("func=service.changepricelist&elid={id}"));
    let choices: Vec<_> = offered["slist"][0]["val"].as_array().unwrap().iter().map(|choice| &choice["$key"]).collect();
    assert_eq!(choices, ["55227", "55229", "55230"]);
    // 16 of the 31 days from January 25 to February 25: 16.90 · 16/31 − 9.90 · 16/31, each rounded down.
    let step = format!("elid={id}&pricelist=55229");
    let told = client.json(&format!("func=service.changepricelist.pricelist&{step}"));
    assert_eq!(told["money_info"]["$"], "Will be debited: 3.62 EUR");
    assert_eq!(
        (&told["oldprice"]["$"], &told["newprice"]["$"]),
        (&json!("9.90 EUR / Month"), &json!("16.90 EUR / Month"))
    );
    assert_eq!(
        (&told["oldexpiredate"]["$"], &told["newexpiredate"]["$"]),
        (&json!("2027-02-10"), &json!("2027-02-10"))
    );
    client.json(&format!("func=service.changepricelist.getmoney&{step}"));
    assert_eq!(client.ledger().len(), 1);
    client.json(&format!("func=service.changepricelist.getmoney&{step}&sok=ok"));
    assert_eq!(client.ledger()[1], "tariff_change -3.62 service.changepricelist.getmoney");
    assert_eq!(
        (&client.service(&id)["pricelist"], &client.service(&id)["expiredate"]),
        (&json!(55229), &json!("2027-02-10"))
    );
    assert_eq!(client.error(&format!("func=service.changepricelist.getmoney&{step}&sok=ok")).1, "pricelist");
}

#[test]
fn a_cheaper_tariff_gives_money_back() {
    let client = frozen();
    let id = active(&client, PRO);
    client.json(&format!("func=service.changepricelist&elid={id}&pricelist=55227&period=1&sok=ok"));
    assert_eq!(client.ledger()[1], "tariff_change 4.00 service.changepricelist");
    assert_eq!(client.balance(), "494.10 EUR");
}

#[test]
fn a_tariff_change_that_cannot_be_paid_changes_nothing() {
    let client = frozen();
    let id = active(&client, PRO);
    client.seed(json!({"balance": {"eu-partner": "1.00"}}));
    let error = client.error(&format!("func=service.changepricelist&elid={id}&pricelist=55230&sok=ok"));
    assert_eq!(error.0, "balance");
    assert_eq!(client.service(&id)["pricelist"], 55228);
}

#[test]
fn a_renewal_that_waits_for_its_payment_does_not_outlive_the_tariff() {
    let client = frozen();
    let id = active(&client, PRO);
    client.seed(json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "unpaid"}));
    client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    client.json(&format!("func=service.changepricelist&elid={id}&pricelist=55227&sok=ok"));
    assert_eq!(client.json("func=basket")["billorder"]["$"], "");
}

#[test]
fn modules_and_foreign_services_keep_their_tariff() {
    let client = frozen();
    let id = client.order_bitninja("");
    client.advance_seconds(3);
    assert_eq!(client.error(&format!("func=service.changepricelist&elid={id}")).0, "msg");
    assert_eq!(client.error("func=service.changepricelist&elid=2001&pricelist=55228&sok=ok").0, "missed");
    let ru = client.call_as(RU, "func=service.changepricelist&elid=2001&lang=ru").unwrap();
    assert!(ru.contains("ispmanager 6 business"));
}
