//! The life of a service: by being read, by the clock, and renewed by the account itself.

use serde_json::json;

use crate::client::{Client, frozen, frozen_at};

fn shown_status(client: &Client, id: &str) -> String {
    client.json(&format!("func=addition.edit&elid={id}"))["status"]["$"].as_str().unwrap().to_owned()
}

#[test]
fn a_new_service_is_ordered_then_processed_then_active_with_its_key() {
    let client = frozen();
    let id = client.order_bitninja("");
    let form = || client.json(&format!("func=addition.edit&elid={id}"));
    let first = form();
    assert_eq!((&first["status"]["$"], &first["bitninjakey"]), (&json!("1"), &json!(null)));
    assert_eq!(client.json("func=addition")["elem"][0]["item_status"]["$orig"], "5");
    let third = form();
    assert_eq!(third["status"]["$"], "2");
    assert_eq!(third["bitninjakey"]["$"].as_str().unwrap().len(), 32);
    assert_ne!(third["bitninja_password"]["$"], "");
}

#[test]
fn looking_through_the_control_api_does_not_move_a_service_on() {
    let client = frozen();
    let id = client.order_bitninja("");
    for _ in 0..5 {
        assert_eq!(client.service(&id)["status"], 1);
    }
}

#[test]
fn time_alone_makes_a_service_active() {
    let client = frozen();
    let id = client.order_bitninja("");
    client.advance_seconds(1);
    assert_eq!(client.service(&id)["status"], 5);
    client.advance_seconds(2);
    assert_eq!(client.service(&id)["status"], 2);
}

#[test]
fn activation_can_be_immediate_or_never() {
    let client = frozen();
    client.seed(json!({"u17_activation_reads": 0}));
    assert_eq!(shown_status(&client, &client.order_bitninja("")), "2");
    client.seed(json!({"u17_activation_reads": null, "u17_activation_seconds": null}));
    let id = client.order_bitninja("");
    for _ in 0..5 {
        client.advance_seconds(100);
        assert_eq!(shown_status(&client, &id), "1");
    }
}

#[test]
fn an_expired_service_is_suspended_and_thirty_days_later_deleted() {
    let client = frozen();
    let id = client.order_bitninja("");
    client.advance_days(30);
    assert_eq!(client.service(&id)["status"], 2);
    client.advance_days(1);
    assert_eq!(client.service(&id)["status"], 3);
    client.advance_days(29);
    assert_eq!(client.service(&id)["status"], 3);
    client.advance_days(1);
    assert_eq!(client.service(&id)["status"], 4);
    assert_eq!(client.ledger().len(), 1);
}

#[test]
fn auto_renewal_pays_on_the_day_of_expiry_as_long_as_there_is_money() {
    let client = frozen_at("2027-01-31T12:00:00Z");
    client.seed(json!({"balance": {"eu-partner": "35.00"}}));
    let id = client.order_bitninja("&autoprolong=1");
    client.advance_days(150);
    let ledger = client.control("GET", "ledger", &json!(null));
    let renewals: Vec<_> = ledger["entries"].as_array().unwrap()[2..]
        .iter()
        .map(|entry| ["at", "kind", "amount", "cause"].map(|name| entry[name].as_str().unwrap()).join(" "))
        .collect();
    assert_eq!(
        renewals,
        ["2027-02-28T00:00:00Z prolong -10.00 autoprolong", "2027-03-28T00:00:00Z prolong -10.00 autoprolong"]
    );
    assert_eq!(client.balance(), "5.00 EUR");
    let service = client.service(&id);
    assert_eq!((&service["status"], &service["expiredate"]), (&json!(4), &json!("2027-04-28")));
}
