//! Ordering: what is checked, what is debited, what is kept.

use serde_json::json;

use crate::client::{BITNINJA, EU, RU, frozen};

const DDOS_GUARD: &str = "func=addition.order.param&pricelist=23221&item=1002&period=3&sok=ok&skipbasket=on";

#[test]
fn an_order_is_debited_once_and_kept_in_the_ledger() {
    let client = frozen();
    let id = client.order_bitninja("&remoteid=whmcs-inst-7-1");
    assert_eq!(id, "812345");
    assert_eq!(client.balance(), "490.00 EUR");
    let ledger = client.control("GET", "ledger", &json!(null));
    assert_eq!(
        ledger["entries"],
        json!([{
            "at": "2027-01-10T12:00:00Z", "account": "eu-partner", "service": 812345, "kind": "order",
            "amount": "-10.00", "currency": "EUR", "cause": "addition.order.param", "period": 1,
            "remoteid": "whmcs-inst-7-1"
        }])
    );
    let service = client.service(&id);
    assert_eq!((&service["item"], &service["status"], &service["pricelist"]), (&json!(1001), &json!(1), &json!(55371)));
}

#[test]
fn two_equal_orders_are_two_services_and_two_debits() {
    let client = frozen();
    assert_ne!(client.order_bitninja("&remoteid=same"), client.order_bitninja("&remoteid=same"));
    assert_eq!(client.balance(), "480.00 EUR");
}

#[test]
fn an_order_without_sok_only_shows_the_form() {
    let client = frozen();
    let doc = client.json("func=addition.order.param&pricelist=55371&item=1001");
    let names: Vec<_> = doc["slist"].as_array().unwrap().iter().map(|list| &list["$name"]).collect();
    assert_eq!(names, ["period", "autoprolong", "item"]);
    assert_eq!(doc["slist"][2]["val"][0], json!({"$key": "1001", "$": "#1001 ispmanager 6 lite"}));
    assert_eq!(client.balance(), "500.00 EUR");
}

#[test]
fn what_the_tariff_does_not_offer_is_refused_and_costs_nothing() {
    let client = frozen();
    let refused = |query: String| client.error(&query);
    let value = |field: &str| ("value".to_owned(), field.to_owned());
    assert_eq!(refused(format!("{BITNINJA}&period=3")), value("period"));
    assert_eq!(refused(format!("{BITNINJA}&period=month")), value("period"));
    assert_eq!(refused(BITNINJA.to_owned()), value("period"));
    assert_eq!(refused(format!("{}&period=1", BITNINJA.replace("55371", "55390"))), value("pricelist"));
    assert_eq!(refused(format!("{}&period=1", BITNINJA.replace("addition.", "softexternal."))), value("pricelist"));
    assert_eq!(refused(format!("{}&period=1", BITNINJA.replace("=1001", "="))), value("item"));
    assert_eq!(refused(format!("{}&period=1", BITNINJA.replace("1001", "999"))), value("item"));
    assert_eq!(refused(format!("{BITNINJA}&period=1&bitninja_email=nobody")), value("bitninja_email"));
    assert_eq!(refused(DDOS_GUARD.to_owned()), value("domain"));
    assert_eq!(refused(format!("{DDOS_GUARD}&domain=example.com&target_ip=1.2.3")), value("target_ip"));
    assert_eq!(client.balance(), "500.00 EUR");
    assert_eq!(client.ledger(), Vec::<String>::new());
}

#[test]
fn each_kind_of_goods_keeps_what_its_order_said() {
    let client = frozen();
    client.xml(&format!("{DDOS_GUARD}&domain=example.com&target_ip=192.0.2.7&bitninja_email=not@for.this"));
    assert_eq!(client.service("812345")["params"], json!({"domain": "example.com", "target_ip": "192.0.2.7"}));
    client.xml(
        "func=softexternal.order.param&pricelist=9203&period=1&ip=192.0.2.8&licname=Сервер 1&sok=ok&skipbasket=on",
    );
    let licence = client.service("812346");
    assert_eq!(licence["params"], json!({"ip": "192.0.2.8", "licname": "Сервер 1"}));
    assert_eq!((&licence["itemtype"], &licence["item"]), (&json!("softexternal"), &json!(null)));
    assert_eq!(client.ledger(), ["order -34.50 addition.order.param", "order -16.00 softexternal.order.param"]);
}

#[test]
fn auto_renewal_is_switched_on_only_by_the_period_itself() {
    let client = frozen();
    for (given, kept) in [("1", json!(1)), ("12", json!(null)), ("null", json!(null)), ("on", json!(null))] {
        let id = client.order_bitninja(&format!("&autoprolong={given}"));
        assert_eq!(client.service(&id)["autoprolong"], kept, "{given}");
    }
}

#[test]
fn a_short_balance_is_an_error_by_default() {
    let client = frozen();
    client.seed(json!({"balance": {"eu-partner": "9.99"}}));
    let doc = client.json(&format!("{BITNINJA}&period=1"));
    assert_eq!(doc["error"]["$type"], "balance");
    assert!(doc["error"]["msg"]["$"].as_str().unwrap().contains("Required amount: 10.00 EUR"));
    assert_eq!(client.ledger(), ["deposit -490.01 control.seed"]);
    assert_eq!(client.json("func=addition")["elem"], json!(null));
}

#[test]
fn a_short_balance_can_leave_an_unpaid_order_that_never_becomes_active() {
    let client = frozen();
    client.seed(json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "unpaid"}));
    let doc = client.json(&format!("{BITNINJA}&period=1"));
    assert_eq!(
        (&doc["billorder"]["$"], &doc["ok"]["$"], &doc["id"]),
        (&json!("BO-77"), &json!("func=basket"), &json!(null))
    );
    client.advance_seconds(60);
    assert_eq!(client.json("func=addition")["elem"][0]["item_status"]["$orig"], "1");
    let basket = client.json("func=basket");
    assert_eq!((&basket["total_sum"]["$"], &basket["billorder"]["$"]), (&json!("10.00 EUR"), &json!("BO-77")));
    assert_eq!(basket["list"][0]["elem"][0]["item.id"]["$"], "812345");
    assert_eq!(client.balance(), "1.00 EUR");
}

#[test]
fn without_skipbasket_the_order_waits_in_the_basket() {
    let client = frozen();
    let doc = client.json(&format!("{}&period=1", BITNINJA.replace("skipbasket=on", "skipbasket=off")));
    assert_eq!(doc["billorder"]["$"], "BO-77");
    assert_eq!(client.balance(), "500.00 EUR");
    client.xml("func=addition.delete&elid=812345");
    assert_eq!(client.json("func=basket")["billorder"]["$"], "");
}

#[test]
fn a_form_that_is_committed_changes_only_what_may_be_changed() {
    let client = frozen();
    let id = client.order_bitninja("&bitninja_email=old@example.com");
    let edit = format!("func=addition.edit&elid={id}&sok=ok");
    let doc = client.json(&format!("{edit}&autoprolong=12&bitninja_email=new@example.com&period=6&item=1002"));
    assert_eq!(doc["ok"]["$"], "");
    let service = client.service(&id);
    assert_eq!((&service["autoprolong"], &service["period"], &service["item"]), (&json!(12), &json!(1), &json!(1001)));
    assert_eq!(service["params"]["bitninja_email"], "new@example.com");
    assert_eq!(client.error(&format!("{edit}&autoprolong=3&bitninja_email=x@y.zz")).1, "autoprolong");
    assert_eq!(client.service(&id)["params"]["bitninja_email"], "new@example.com");
    assert_eq!(client.error(&format!("func=softexternal.edit&elid={id}")).0, "missed");
    assert_eq!(client.json(&format!("{edit}&autoprolong=null"))["ok"]["$"], "");
    assert_eq!(client.service(&id)["autoprolong"], json!(null));
    assert_eq!(client.json(&format!("func=addition.edit&elid={id}"))["autoprolong"]["$"], "null");
}

#[test]
fn the_russian_account_pays_in_roubles() {
    let client = frozen();
    let order = BITNINJA.replace("55371", "55390").replace("1001", "2001");
    client.call_as(RU, &format!("{order}&period=12")).unwrap();
    assert!(client.call_as(RU, "func=subaccount").unwrap().contains("<balance>39310.00 RUB</balance>"));
    assert!(client.call_as(EU, "func=subaccount").unwrap().contains("<balance>500.00 EUR</balance>"));
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
fn credit_can_be_spent_down_to_its_limit() {
    let client = frozen();
    client.seed(json!({"balance": {"eu-partner": "5.00"}, "credit": {"eu-partner": "15.00"}}));
    client.order_bitninja("");
    client.order_bitninja("");
    assert_eq!(client.balance(), "-15.00 EUR");
    let refusal = client.xml(&format!("{BITNINJA}&period=1"));
    assert!(refusal.contains("Required amount: 10.00 EUR. Your current balance: -15.00 EUR, credit limit: 15.00 EUR"));
    let (status, _) = client.try_control("POST", "seed", &json!({"credit": {"eu-partner": "-1.00"}}));
    assert_eq!(status, 422);
}

#[test]
fn a_deleted_licence_is_not_offered_for_a_module() {
    let client = frozen();
    client.xml("func=soft.delete&elid=1002");
    let form = client.xml("func=addition.order.param&pricelist=55371");
    assert!(form.contains("key=\"1001\"") && !form.contains("key=\"1002\""));
}
