//! The price list.

use serde_json::{Value, json};

use crate::client::{EU, RU, frozen};

fn ids(doc: &Value) -> Vec<&str> {
    let tariffs = doc["pricelist"].as_array().unwrap().iter();
    tariffs.map(|tariff| tariff["id"]["$"].as_str().unwrap()).collect()
}

fn tariff<'a>(doc: &'a Value, id: &str) -> &'a Value {
    doc["pricelist"].as_array().unwrap().iter().find(|tariff| tariff["id"]["$"] == id).unwrap()
}

#[test]
fn a_tariff_has_id_names_and_prices_by_period() {
    let client = frozen();
    let doc = client.json("func=pricelist.export&itemtype=addition");
    assert_eq!(
        *tariff(&doc, "55371"),
        json!({
            "id": {"$": "55371"}, "itemtype": {"$": "addition"}, "name": {"$": "BitNinja"},
            "additionintname": {"$": "BitNinja"},
            "price": {"$currency": "EUR", "period": [
                {"$cost": "10.0000", "$type": "month", "$length": "1", "$": "monthly"},
                {"$cost": "57.0000", "$type": "month", "$length": "6", "$": "semiannually"},
                {"$cost": "108.0000", "$type": "month", "$length": "12", "$": "annually"},
                {"$cost": "0.0000", "$type": "trial", "$length": "1", "$": "trial"}
            ]}
        })
    );
    let xml = client.xml("func=pricelist.export&itemtype=softexternal");
    assert!(xml.contains(
        "<pricelist><id>9203</id><itemtype>softexternal</itemtype><name>CloudLinux OS Shared</name>\
         <intname>CloudLinux</intname><price currency=\"EUR\">\
         <period cost=\"16.0000\" type=\"month\" length=\"1\">monthly</period></price></pricelist>"
    ));
}

#[test]
fn each_account_sees_the_list_of_its_region() {
    let client = frozen();
    let doc = |account| {
        let body = client.call_as(account, "func=pricelist.export&itemtype=addition&out=json").unwrap();
        serde_json::from_str::<Value>(&body).unwrap()["doc"].take()
    };
    let (eu, ru) = (doc(EU), doc(RU));
    for id in ["55371", "23221", "55361", "55362", "55363"] {
        assert!(ids(&eu).contains(&id), "{id}");
    }
    for id in ["55390", "23221", "55377", "55378", "55379"] {
        assert!(ids(&ru).contains(&id), "{id}");
    }
    assert!(!ids(&eu).contains(&"55390") && !ids(&ru).contains(&"55371"));
    assert_eq!(tariff(&ru, "23221")["name"]["$"], "Защита DDoS-Guard");
    assert_eq!(tariff(&ru, "55390")["price"]["$currency"], "RUB");
}

#[test]
fn item_types_are_kept_apart() {
    let client = frozen();
    let export = |item_type: &str| client.json(&format!("func=pricelist.export&itemtype={item_type}"));
    assert!(ids(&export("softexternal")).contains(&"55369"));
    assert!(ids(&export("soft")).contains(&"55227"));
    assert!(ids(&export("certificate")).contains(&"55346"));
    assert_eq!(export("platform")["pricelist"], json!(null));
    assert_eq!(client.error("func=pricelist.export&itemtype=hosting"), ("value".into(), "itemtype".into()));
}

#[test]
fn a_changed_price_is_what_is_shown_and_what_is_paid() {
    let client = frozen();
    client.seed(json!({"prices": {"eu-partner": {"55371": {"1": "12.50"}}}}));
    assert_eq!(tariff(&client.json("func=pricelist.export"), "55371")["price"]["period"][0]["$cost"], "12.5000");
    client.order_bitninja("");
    assert_eq!(client.balance(), "487.50 EUR");
}
