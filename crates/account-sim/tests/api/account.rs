//! What the account tells about itself.

use serde_json::json;

use crate::client::{EU, frozen};

#[test]
fn the_user_and_the_money_are_told_by_several_functions() {
    let client = frozen();
    client.seed(json!({"credit": {"eu-partner": "25.00"}}));
    let user = client.json("func=whoami")["user"].take();
    assert_eq!((&user["$name"], &user["$balance"]), (&json!("eu-partner"), &json!("500.00")));
    for doc in [client.json("func=accountinfo"), client.json("func=dashboard.info")["elem"][0].take()] {
        assert_eq!((&doc["balance"]["$"], &doc["credit"]["$"]), (&json!("500.00 EUR"), &json!("25.00 EUR")));
    }
    assert_eq!(client.json("func=usrparam")["name"]["$"], "eu-partner");
    assert_eq!(client.json("func=keepalive")["ok"]["$"], "");
    assert_eq!(client.status(EU, "func=usrparam&sok=ok&realname=Other"), 501);
}
