//! Lists: pages, sorting, filters that a session remembers, and the lists of money.

use serde_json::{Value, json};

use crate::client::{Client, EU, frozen};

fn column(doc: &Value, name: &str) -> Vec<String> {
    let rows = doc["elem"].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| row[name]["$"].as_str().unwrap_or_default().to_owned()).collect()
}

fn session(client: &Client) -> String {
    let body = client.post(&[("func", "auth"), ("username", EU.0), ("password", EU.1)]).unwrap().1;
    body.split_once("<auth id=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
}

/// A call of a session, in json.
fn call(client: &Client, session: &str, query: &str) -> Value {
    let mut params = vec![("auth", session), ("out", "json")];
    params.extend(query.split('&').map(|pair| pair.split_once('=').unwrap()));
    serde_json::from_str::<Value>(&client.post(&params).unwrap().1).unwrap()["doc"].take()
}

#[test]
fn rows_are_sorted_by_a_column_up_or_down() {
    let client = frozen();
    let ids = |query: &str| column(&client.json(&format!("func=soft&{query}")), "id");
    assert_eq!(ids("p_col=-id"), ["1005", "1004", "1003", "1002", "1001"]);
    assert_eq!(ids("p_order=-item_cost&p_cnt=2"), ["1004", "1003"]);
    assert_eq!(ids("p_col=+ip&p_cnt=2&p_num=2"), ["1003", "1004"]);
    assert_eq!(ids("p_col=ip&p_order=desc&p_cnt=1"), ["1005"]);
    let doc = client.json("func=soft&p_col=-item_cost");
    assert_eq!((&doc["p_sort"]["$"], &doc["p_order"]["$"]), (&json!("item_cost"), &json!("desc")));
}

#[test]
fn a_filter_counts_only_for_its_request_where_there_is_no_session() {
    let client = frozen();
    let doc = client.json("func=soft&filter=on&licname=SERVER-1002");
    assert_eq!((column(&doc, "id"), &doc["p_elems"]["$"]), (vec!["1002".to_owned()], &json!("1")));
    assert_eq!(doc["saved_filters"]["licname"]["$"], "SERVER-1002");
    let all = client.json("func=soft&licname=server-1002");
    assert_eq!((&all["p_elems"]["$"], &all["saved_filters"]), (&json!("5"), &json!({})));
    for (filter, count) in [
        ("pricelist=55227", "2"),
        ("pricelist=lite", "2"),
        ("cost_from=10&cost_to=20", "1"),
        ("status=3", "0"),
        ("orderdatefrom=2027-01-11", "0"),
        ("ip=192.0.2.1&id=1001", "1"),
    ] {
        assert_eq!(client.json(&format!("func=soft&filter=on&{filter}"))["p_elems"]["$"], count, "{filter}");
    }
}

#[test]
fn a_session_remembers_its_filter_of_each_list() {
    let client = frozen();
    let (own, other) = (session(&client), session(&client));
    call(&client, &own, "func=soft.filter&id=1003&sok=ok");
    assert_eq!(column(&call(&client, &own, "func=soft"), "id"), ["1003"]);
    assert_eq!(call(&client, &own, "func=soft.filter")["id"]["$"], "1003");
    assert_eq!(call(&client, &other, "func=soft")["p_elems"]["$"], "5");
    assert_eq!(call(&client, &own, "func=addition")["saved_filters"], json!({}));
    call(&client, &own, "func=soft&filter=on&id=1004");
    assert_eq!(column(&call(&client, &own, "func=soft"), "id"), ["1004"]);
    call(&client, &own, "func=soft&filter=off");
    assert_eq!(call(&client, &own, "func=soft")["p_elems"]["$"], "5");
    call(&client, &own, "func=soft&filter=on&id=1004");
    call(&client, &own, "func=soft.filter&sok=ok");
    assert_eq!(call(&client, &own, "func=soft")["p_elems"]["$"], "5");
}

#[test]
fn the_form_of_a_filter_has_its_select_lists() {
    let client = frozen();
    let doc = client.json("func=addition.filter");
    let lists: Vec<&Value> = doc["slist"].as_array().unwrap().iter().map(|list| &list["$name"]).collect();
    assert_eq!(lists, ["pricelist", "period", "status"]);
}

#[test]
fn expenses_payments_and_the_history_of_a_service_follow_the_ledger() {
    let client = frozen();
    let id = client.order_bitninja("");
    client.advance_seconds(3);
    client.xml(&format!("func=service.prolong&elid={id}&period=6&sok=ok"));
    client.seed(json!({"balance": {"eu-partner": "1000.00"}}));
    let expenses = client.json("func=expense&p_col=-amount");
    assert_eq!(column(&expenses, "amount"), ["57.00", "10.00"]);
    assert_eq!(column(&expenses, "locale_name"), ["Renewal #812345 BitNinja", "Order #812345 BitNinja"]);
    assert_eq!(client.json("func=expense&filter=on&locale_name=renewal")["p_elems"]["$"], "1");
    let payments = client.json("func=payment");
    assert_eq!(column(&payments, "subaccountamount_iso"), ["567.00 EUR"]);
    assert_eq!(payments["elem"][0]["status"]["$orig"], "4");
    assert_eq!(client.json("func=payment&filter=on&status=1")["p_elems"]["$"], "0");
    let history = client.json(&format!("func=service.history&elid={id}"));
    assert_eq!(column(&history, "action"), ["addition.order.param", "service.prolong"]);
    assert_eq!(client.error("func=service.history&elid=2001").0, "missed");
    assert!(!client.call_as(crate::client::RU, "func=expense").unwrap().contains("<elem>"));
}

#[test]
fn the_first_step_of_an_order_offers_the_tariffs_of_a_period() {
    let client = frozen();
    for func in ["addition.order", "addition.order.pricelist"] {
        let doc = client.json(&format!("func={func}&period=6"));
        let list = &doc["list"][0];
        assert_eq!(list["$name"], "tariflist");
        let rows = list["elem"].as_array().unwrap();
        assert!(
            rows.iter().any(|row| row["pricelist"]["$"] == "55371" && row["price"]["$"] == "57.00 EUR / Half a year")
        );
        assert!(!rows.iter().any(|row| row["pricelist"]["$"] == "55361"));
        assert_eq!(doc["slist"][0]["$name"], "period");
    }
    assert_eq!(client.error("func=soft.order&period=7"), ("value".into(), "period".into()));
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
