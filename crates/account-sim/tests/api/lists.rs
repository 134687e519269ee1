//! Lists: pages, sorting, filters that a session remembers, and the lists of money.

use serde_json::{Value, json};

use crate::client::frozen;

fn column(doc: &Value, name: &str) -> Vec<String> {
    let rows = doc["elem"].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| row[name]["$"].as_str().unwrap_or_default().to_owned()).collect()
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
    let (own, other) = (client.session(), client.session());
    let call = |session: &str, query: &str| {
        let (_, body) = client.call_with(("auth", session), &format!("{query}&out=json")).unwrap();
        serde_json::from_str::<Value>(&body).unwrap()["doc"].take()
    };
    call(&own, "func=soft.filter&id=1003&sok=ok");
    assert_eq!(column(&call(&own, "func=soft"), "id"), ["1003"]);
    assert_eq!(call(&own, "func=soft.filter")["id"]["$"], "1003");
    assert_eq!(call(&other, "func=soft")["p_elems"]["$"], "5");
    assert_eq!(call(&own, "func=addition")["saved_filters"], json!({}));
    call(&own, "func=soft&filter=on&id=1004");
    assert_eq!(column(&call(&own, "func=soft"), "id"), ["1004"]);
    call(&own, "func=soft&filter=off");
    assert_eq!(call(&own, "func=soft")["p_elems"]["$"], "5");
    call(&own, "func=soft&filter=on&id=1004");
    call(&own, "func=soft.filter&sok=ok");
    assert_eq!(call(&own, "func=soft")["p_elems"]["$"], "5");
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
    let id = client.active_bitninja("");
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
fn lists_come_in_pages() {
    let client = frozen();
    let page = |number: u8| {
        let doc = client.json(&format!("func=soft&p_cnt=2&p_num={number}"));
        assert_eq!(doc["p_elems"]["$"], "5");
        let rows = doc["elem"].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["id"]["$"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(page(1), ["1001", "1002"]);
    assert_eq!(page(3), ["1005"]);
    assert_eq!(page(4), Vec::<String>::new());
}
