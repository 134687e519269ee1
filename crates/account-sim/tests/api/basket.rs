//! The basket: what waits, giving it up, and paying for it by hand.

use serde_json::{Value, json};

use crate::client::{BITNINJA, Client, frozen};

fn waiting(client: &Client) -> Vec<String> {
    let basket = client.control("GET", "basket", &Value::Null);
    basket["items"].as_array().unwrap().iter().map(|item| item["order"].as_str().unwrap().to_owned()).collect()
}

/// Two orders in the basket.
fn filled() -> Client {
    let client = frozen();
    for _ in 0..2 {
        client.xml(&format!("{}&period=1", BITNINJA.replace("skipbasket=on", "skipbasket=off")));
    }
    client
}

#[test]
fn the_basket_shows_what_waits_and_what_it_costs() {
    let client = filled();
    let basket = client.json("func=basket");
    assert_eq!((&basket["total_sum"]["$"], &basket["tax"]["$"]), (&json!("20.00 EUR"), &json!("0.00 EUR")));
    let item = &basket["list"][0]["elem"][1];
    assert_eq!((&item["id"]["$"], &item["item.id"]["$"]), (&json!("BO-78"), &json!("812346")));
    assert_eq!((&item["item.type"]["$"], &item["item.autoprolong"]["$"]), (&json!("addition"), &json!("null")));
}

#[test]
fn items_are_taken_out_by_their_number_or_their_service() {
    let client = filled();
    assert_eq!(client.error("func=basket&promocode=SPRING&sok=ok").0, "promocode_not_use");
    assert_eq!(client.error("func=basket&id=BO-99&clicked_button=delete&sok=ok").0, "missed");
    client.xml("func=basket&id=BO-77&clicked_button=delete");
    assert_eq!(waiting(&client), ["BO-77", "BO-78"]);
    client.xml("func=basket&id=BO-77&clicked_button=delete&sok=ok");
    assert_eq!(waiting(&client), ["BO-78"]);
    client.xml("func=basket&id=812346&clicked_button=delete&sok=ok");
    assert_eq!(waiting(&client), Vec::<String>::new());
    assert_eq!((&client.service("812345")["status"], &client.service("812346")["status"]), (&json!(4), &json!(4)));
    assert_eq!(client.balance(), "500.00 EUR");
}

#[test]
fn clearing_the_basket_leaves_renewed_services_alone() {
    let client = filled();
    let id = client.active_bitninja("");
    client.seed(json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "unpaid"}));
    client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    assert_eq!(waiting(&client), ["BO-77", "BO-78", "BO-79"]);
    client.xml("func=basket&clicked_button=clearbasket&sok=ok");
    assert_eq!(waiting(&client), Vec::<String>::new());
    assert_eq!((&client.service(&id)["status"], &client.service("812345")["status"]), (&json!(2), &json!(4)));
}

#[test]
fn an_order_that_is_paid_goes_on_its_way_from_that_day() {
    let client = filled();
    client.advance_days(3);
    client.control("POST", "basket", &json!({"pay": "BO-77"}));
    assert_eq!(client.ledger(), ["order -10.00 basket"]);
    assert_eq!(waiting(&client), ["BO-78"]);
    let service = client.service("812345");
    assert_eq!(
        (&service["status"], &service["createdate"], &service["expiredate"]),
        (&json!(1), &json!("2027-01-13"), &json!("2027-02-13"))
    );
    client.advance_seconds(3);
    assert_eq!(client.service("812345")["status"], 2);
}

#[test]
fn a_renewal_that_is_paid_moves_the_end() {
    let client = frozen();
    let id = client.active_bitninja("");
    client.seed(json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "unpaid"}));
    client.xml(&format!("func=service.prolong&elid={id}&period=6&sok=ok"));
    let refused = client.try_control("POST", "basket", &json!({"pay": "BO-77"}));
    assert_eq!(refused.0, 422);
    assert_eq!(refused.1["error"], "BO-77 costs 57.00 EUR; the balance is 1.00 EUR with a credit of 0.00 EUR");
    client.seed(json!({"balance": {"eu-partner": "100.00"}}));
    client.control("POST", "basket", &json!({"pay": "BO-77"}));
    assert_eq!(client.service(&id)["expiredate"], "2027-08-10");
    assert_eq!(client.balance(), "43.00 EUR");
    let (status, answer) = client.try_control("POST", "basket", &json!({"pay": "BO-77"}));
    assert_eq!((status, &answer["error"]), (422, &json!("nothing waits under the number BO-77")));
}

#[test]
fn a_renewal_of_a_module_goes_with_its_deleted_licence() {
    let client = frozen();
    client.seed(json!({"u3_short_balance": "unpaid", "u24_licence_deletion": "deleted"}));
    let id = client.order_bitninja("");
    client.advance_seconds(3);
    client.seed(json!({"balance": {"eu-partner": "0.00"}}));
    client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    assert_eq!(waiting(&client), ["BO-77"]);
    client.xml("func=soft.delete&elid=1001");
    assert_eq!(waiting(&client), Vec::<String>::new());
}
