//! The control API.

use serde_json::{Value, json};

use crate::client::frozen;

#[test]
fn reset_brings_the_first_world_back() {
    let client = frozen();
    client.order_bitninja("");
    client.control("POST", "faults", &json!({"func": "*", "fault": "http_502"}));
    client.seed(json!({"u3_short_balance": "unpaid"}));
    client.control("POST", "reset", &Value::Null);
    assert_eq!(client.balance(), "500.00 EUR");
    assert_eq!(client.ledger(), Vec::<String>::new());
    assert_eq!(client.control("GET", "clock", &Value::Null)["frozen"], false);
    assert_eq!(client.control("GET", "seed", &Value::Null)["settings"]["u3_short_balance"], "error");
    assert_eq!(client.order_bitninja(""), "812345");
}

#[test]
fn a_seed_with_a_mistake_changes_nothing() {
    let client = frozen();
    for seed in [
        json!({"balance": {"eu-partner": "1.00"}, "short_ballance": "unpaid"}),
        json!({"balance": {"eu-partner": "1.00", "nobody": "1.00"}}),
        json!({"balance": {"eu-partner": "1.001"}}),
        json!({"balance": {"eu-partner": "1.00"}, "prices": {"eu-partner": {"55371": {"3": "1.00"}}}}),
        json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "maybe"}),
        json!([1]),
    ] {
        assert_eq!(client.try_control("POST", "seed", &seed).0, 422, "{seed}");
    }
    assert_eq!(client.balance(), "500.00 EUR");
    assert_eq!(client.ledger(), Vec::<String>::new());
}

#[test]
fn the_clock_can_be_set_moved_and_frozen() {
    let client = frozen();
    let clock = client.control("POST", "clock", &json!({"set": "2027-01-31T12:00:00Z", "advance_days": 1}));
    assert_eq!(clock, json!({"now": "2027-02-01T12:00:00Z", "frozen": true}));
    assert_eq!(client.control("POST", "clock", &json!({"freeze": false}))["frozen"], false);
    assert_eq!(client.try_control("POST", "clock", &json!({"set": "tomorrow"})).0, 422);
    assert_eq!(client.try_control("POST", "clock", &json!({"advance_hours": 1})).0, 422);
}

#[test]
fn unknown_control_calls_are_refused() {
    let client = frozen();
    assert_eq!(client.try_control("GET", "everything", &Value::Null).0, 404);
    assert_eq!(client.try_control("POST", "ledger", &Value::Null).0, 404);
}
