//! Renewing and deleting.

use serde_json::json;

use crate::client::{Client, frozen, frozen_at};

fn prolong(client: &Client, id: &str, period: &str) -> serde_json::Value {
    client.json(&format!("func=service.prolong&elid={id}&period={period}&sok=ok"))
}

#[test]
fn an_active_service_is_renewed_from_its_end() {
    let client = frozen_at("2027-01-31T12:00:00Z");
    let id = client.active_bitninja("");
    assert_eq!(client.service(&id)["expiredate"], "2027-02-28");
    assert_eq!(prolong(&client, &id, "6")["doc"]["newexpiredate"]["$"], "2027-08-28");
    assert_eq!(client.ledger(), ["order -10.00 addition.order.param", "prolong -57.00 service.prolong"]);
    assert_eq!(client.balance(), "433.00 EUR");
}

#[test]
fn what_is_not_set_up_yet_deleted_or_a_trial_cannot_be_renewed() {
    let client = frozen();
    let id = client.order_bitninja("");
    assert_eq!(prolong(&client, &id, "1")["error"]["$type"], "prolong");
    client.advance_seconds(3);
    client.xml(&format!("func=addition.delete&elid={id}"));
    assert_eq!(prolong(&client, &id, "1")["error"]["$type"], "prolong");
    let trial = "func=addition.order.param&pricelist=55371&item=1001&period=-100&sok=ok&skipbasket=on";
    let trial = client.json(trial)["id"]["$"].as_str().unwrap().to_owned();
    client.advance_seconds(3);
    assert_eq!(prolong(&client, &trial, "1")["error"]["$type"], "prolong");
    let by_itself = client.error(&format!("func=addition.edit&elid={trial}&autoprolong=1&sok=ok"));
    assert_eq!(by_itself, ("value".into(), "autoprolong".into()));
    assert_eq!(client.balance(), "490.00 EUR");
}

#[test]
fn a_renewal_is_only_for_a_period_that_the_tariff_offers() {
    let client = frozen();
    let id = client.active_bitninja("");
    for period in ["3", "24", "-100", "x", ""] {
        assert_eq!(prolong(&client, &id, period)["error"]["$object"], "period", "{period}");
    }
    assert_eq!(client.service(&id)["expiredate"], "2027-02-10");
}

#[test]
fn a_renewal_without_sok_shows_the_new_date_and_costs_nothing() {
    let client = frozen();
    let id = client.active_bitninja("");
    let doc = client.json(&format!("func=service.prolong&elid={id}&period=12"));
    assert_eq!((&doc["expiredate"]["$"], &doc["newexpiredate"]["$"]), (&json!("2027-02-10"), &json!("2028-02-10")));
    assert_eq!(doc["slist"][0]["$name"], "period");
    assert_eq!(client.balance(), "490.00 EUR");
}

#[test]
fn a_renewal_that_cannot_be_paid_leaves_the_date_alone() {
    let client = frozen();
    let id = client.active_bitninja("");
    client.seed(json!({"balance": {"eu-partner": "0.00"}}));
    assert_eq!(prolong(&client, &id, "1")["error"]["$type"], "balance");
    client.seed(json!({"u3_short_balance": "unpaid"}));
    assert_eq!(prolong(&client, &id, "1")["billorder"]["$"], "BO-77");
    assert_eq!(client.service(&id)["expiredate"], "2027-02-10");
}

#[test]
fn a_deleted_service_stays_in_the_list_and_cannot_be_deleted_again() {
    let client = frozen();
    let id = client.active_bitninja("");
    let delete = format!("func=addition.delete&elid={id}");
    assert_eq!(client.json(&delete)["ok"]["$"], "");
    let row = client.json("func=addition")["elem"][0].take();
    assert_eq!(row["item_status"], json!({"$color": "gray", "$orig": "4", "$": "Deleted"}));
    assert_eq!(client.error(&delete).0, "missed");
    assert_eq!(client.balance(), "490.00 EUR");
    client.seed(json!({"deleted_rows": "vanish"}));
    assert_eq!(client.json("func=addition")["elem"], json!(null));
    assert_eq!(client.error(&format!("func=addition.edit&elid={id}")).0, "missed");
}

#[test]
fn several_services_are_deleted_together_or_not_at_all() {
    let client = frozen();
    let (first, second) = (client.order_bitninja(""), client.order_bitninja(""));
    assert_eq!(client.error(&format!("func=addition.delete&elid={first}, 1")).0, "missed");
    assert_eq!(client.service(&first)["status"], 1);
    client.xml(&format!("func=addition.delete&elid={first}, {second}"));
    assert_eq!((&client.service(&first)["status"], &client.service(&second)["status"]), (&json!(4), &json!(4)));
}

#[test]
fn a_service_cannot_be_deleted_within_its_minimum_order_period() {
    let client = frozen();
    client.seed(json!({"min_order_days": {"55371": 10}}));
    let id = client.active_bitninja("");
    client.advance_days(4);
    let doc = client.json(&format!("func=addition.delete&elid={id}"));
    assert_eq!(doc["error"]["$type"], "pricelist_min_order");
    assert_eq!(doc["error"]["msg"]["$"], "The minimum order period for this service is 10 days. 6 days are left");
    client.advance_days(6);
    assert_eq!(client.json(&format!("func=addition.delete&elid={id}"))["ok"]["$"], "");
}

#[test]
fn several_services_are_renewed_by_one_call() {
    let client = frozen();
    let ids = [client.order_bitninja(""), client.order_bitninja("")].join(", ");
    client.advance_seconds(3);
    let form = client.json(&format!("func=groupedit&faction=service.prolong&elid={ids}"));
    assert_eq!((&form["elid"]["$"], &form["faction"]["$"]), (&json!(ids), &json!("service.prolong")));
    client.xml(&format!("func=groupedit&faction=service.prolong&elid={ids}&period=1&sok=ok"));
    assert_eq!(client.service("812345")["expiredate"], "2027-03-10");
    assert_eq!(client.service("812346")["expiredate"], "2027-03-10");
    assert_eq!(client.error("func=groupedit&faction=addition.delete&elid=812345&sok=ok").1, "faction");
}

#[test]
fn several_names_of_one_service_are_one_service() {
    let client = frozen();
    let id = client.active_bitninja("");
    client.xml(&format!("func=groupedit&faction=service.prolong&elid={id}, {id},{id}&period=1&sok=ok"));
    assert_eq!(client.service(&id)["expiredate"], "2027-03-10");
    // As many as fit into a request are looked at in no time.
    client.seed(json!({"world": {"number": 1, "services": {"eu-partner": 3000}}}));
    client.xml(&format!("func=soft.delete&elid={}", vec!["1001"; 100_000].join(",")));
    assert_eq!(client.service("1001")["status"], 4);
}

#[test]
fn nobody_pays_for_days_behind_the_end_of_the_calendar() {
    let client = frozen();
    client.seed(json!({"u10_unoffered_period": "accepted", "balance": {"eu-partner": "9999999.00"}}));
    let order = "func=addition.order.param&pricelist=55371&item=1001&period=65535&sok=ok&skipbasket";
    client.xml(&format!("{order}=off"));
    let id = client.json(&format!("{order}=on&autoprolong=65535"))["id"]["$"].as_str().unwrap().to_owned();
    client.advance_seconds(3);
    assert_eq!(client.service(&id)["expiredate"], "7488-04-10");
    assert_eq!(prolong(&client, &id, "65535")["error"]["$type"], "prolong");
    client.control("POST", "clock", &json!({"set": "7488-04-10T12:00:00Z"}));
    assert_eq!(client.service(&id)["status"], 3);
    assert_eq!(client.try_control("POST", "basket", &json!({"pay": "BO-77"})).0, 422);
    client.control("POST", "services", &json!({"id": 1001, "status": "2", "expiredate": "7489-01-01"}));
    assert_eq!(client.error(&format!("{order}=on")), ("value".into(), "period".into()));
    assert_eq!(client.ledger()[1..], ["order -655350.00 addition.order.param"]);
}
