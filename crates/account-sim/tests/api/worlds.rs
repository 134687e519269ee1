//! Whole worlds: from a seed, as a snapshot and back, and changed by hand.

use serde_json::{Value, json};

use crate::client::{Client, RU, frozen};

fn snapshot(client: &Client) -> String {
    client.control("GET", "snapshot", &Value::Null).to_string()
}

fn count(client: &Client, query: &str) -> usize {
    client.json(query)["p_elems"]["$"].as_str().unwrap().parse().unwrap()
}

#[test]
fn a_seed_gives_the_same_world_byte_for_byte() {
    let worlds = [7, 7, 8].map(|number| {
        let client = frozen();
        client.seed(
            json!({"world": {"number": number, "services": {"eu-partner": 300, "ru-partner": 20}, "tariffs": 10}}),
        );
        client.control("DELETE", "requests", &Value::Null);
        snapshot(&client)
    });
    assert_eq!(worlds[0], worlds[1]);
    assert_ne!(worlds[0], worlds[2]);
}

#[test]
fn a_seed_says_how_much_there_is_and_how_it_is_called() {
    let client = frozen();
    client.seed(json!({"world": {"number": 1, "services": {"eu-partner": 300}, "tariffs": 5000, "only_sown": true, "names": "awkward"}}));
    assert_eq!(client.control("GET", "clock", &Value::Null), json!({"now": "2027-01-10T12:00:00Z", "frozen": true}));
    assert_eq!(count(&client, "func=addition"), 300);
    let list = client.json("func=pricelist.export&itemtype=addition");
    assert_eq!(list["pricelist"].as_array().unwrap().len(), 5000);
    assert_eq!(list["pricelist"][3]["name"]["$"], "Модуль №3 & <b>\"Co'\"</b>; +50 % : \\");

    client.seed(json!({"world": {"number": 1, "tariffs": 1, "only_sown": true, "names": "empty"}}));
    assert_eq!(client.json("func=pricelist.export")["pricelist"][0]["name"]["$"], "");
    client.seed(json!({"world": {"number": 1, "only_sown": true}}));
    assert_eq!(client.json("func=pricelist.export")["pricelist"], Value::Null);
    let (status, refusal) =
        client.try_control("POST", "seed", &json!({"world": {"number": 1, "services": {"nobody": 1}}}));
    assert_eq!((status, refusal["error"].as_str().unwrap()), (422, "no account nobody"));
}

#[test]
fn a_snapshot_brings_everything_back() {
    let client = frozen();
    client.seed(json!({"u17_activation_reads": null}));
    let id = client.order_bitninja("&bitninja_email=client@example.com");
    client.control("POST", "faults", &json!({"func": "whoami", "fault": "http_502"}));
    let before = snapshot(&client);
    client.control("DELETE", "faults", &Value::Null);
    client.order_bitninja("");
    client.advance_days(400);
    let taken: Value = serde_json::from_str(&before).unwrap();
    client.control("POST", "restore", &taken);
    assert_eq!(snapshot(&client), before);
    // Time goes on for what was being set up.
    client.advance_seconds(3);
    assert_eq!(client.service(&id)["status"], 2);
    let (status, _) = client.try_control("POST", "restore", &json!({"world": {}}));
    assert_eq!(status, 422);
}

#[test]
fn a_service_can_be_changed_by_hand() {
    let client = frozen();
    let id = client.active_bitninja("");
    let number: u64 = id.parse().unwrap();
    let by_hand = |change: Value| client.try_control("POST", "services", &change).0;
    let edit = |field: &str| client.json(&format!("func=addition.edit&elid={id}"))[field]["$"].clone();

    assert_eq!(by_hand(json!({"id": number, "status": "3_abusesuspend", "expiredate": "2027-01-20"})), 200);
    let row = client.json("func=addition")["elem"][0].take();
    assert_eq!(
        (&row["item_status"]["$orig"], &row["item_status"]["$"]),
        (&json!("3_abusesuspend"), &json!("Suspended"))
    );
    assert_eq!(edit("expiredate"), "2027-01-20");
    assert_eq!(by_hand(json!({"id": number, "status": "17", "remoteid": "moved"})), 200);
    assert_eq!((edit("status"), edit("remoteid")), (json!("17"), json!("moved")));
    // A real change of the status is shown as it is.
    client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    assert_eq!(edit("status"), "2");

    assert_eq!(by_hand(json!({"id": number, "vanish": true})), 200);
    assert_eq!(client.error(&format!("func=addition.edit&elid={id}")), ("missed".into(), String::new()));
    assert_eq!(count(&client, "func=addition"), 0);
    assert_eq!(by_hand(json!({"id": number, "status": "2"})), 422);
    assert_eq!(by_hand(json!({"id": 1001, "state": "2"})), 422);
}

#[test]
fn tariffs_whose_ids_nobody_knows_move_with_their_services() {
    let client = frozen();
    let order = "func=addition.order.param&item=1001&sok=ok&skipbasket=on&period=1&pricelist";
    let id = client.json(&format!("{order}=90101"))["id"]["$"].as_str().unwrap().to_owned();
    client.seed(json!({"u8_invented_ids": 60000, "u30_ru_business": 55250}));
    assert_eq!(client.service(&id)["pricelist"], 60101);
    assert_eq!(client.error(&format!("{order}=90101")), ("value".into(), "pricelist".into()));
    assert_eq!(client.json(&format!("{order}=60101"))["id"]["$"], "812346");
    let ru = client.call_as(RU, "func=pricelist.export&itemtype=soft").unwrap();
    assert!(ru.contains("<id>55250</id>") && !ru.contains("<id>55234</id>"));
}

#[test]
fn tariffs_may_move_to_places_that_others_leave_but_not_to_those_that_are_taken() {
    let client = frozen();
    let prices = || client.xml("func=pricelist.export&itemtype=addition&u=1");
    client.seed(json!({"balance": {"ru-partner": "9000.00"}}));
    let business = "func=soft.order.param&pricelist=55234&period=1&ip=192.0.2.50&licname=one&addon_91301=2&sok=ok&skipbasket=on&out=json";
    let body: Value = serde_json::from_str(&client.call_as(RU, business).unwrap()).unwrap();
    let id = body["doc"]["id"]["$"].as_str().unwrap();
    let before = prices();
    client.seed(json!({"u8_invented_ids": 90001}));
    let mut after = prices();
    for number in 90101..=90121 {
        after = after.replace(&format!("<id>{}</id>", number + 1), &format!("<id>{number}</id>"));
    }
    let sorted = |xml: &str| {
        let mut tariffs: Vec<String> = xml.split("<pricelist>").map(str::to_owned).collect();
        tariffs.sort();
        tariffs
    };
    assert_eq!(sorted(&after), sorted(&before));
    assert_eq!(client.service(id)["addons"], json!({"91302": 2}));
    // LiteSpeed would be BitNinja, or business would be lite.
    for taken in [json!({"u8_invented_ids": 55270}), json!({"u30_ru_business": 55231})] {
        assert_eq!(client.try_control("POST", "seed", &taken).0, 422, "{taken}");
        let mut world = taken.clone();
        world["world"] = json!({"number": 1});
        assert_eq!(client.try_control("POST", "seed", &world).0, 422, "{world}");
    }
}

#[test]
fn what_no_world_can_hold_is_refused() {
    let client = frozen();
    for mistake in [
        json!({"world": {"number": 1, "tariffs": 4_294_967_295_u32}}),
        json!({"world": {"number": 1, "services": {"eu-partner": 4_294_967_295_u32}}}),
        json!({"balance": {"eu-partner": "92233720368547758.07"}}),
        json!({"balance": {"eu-partner": "-92233720368547758.07"}}),
    ] {
        assert_eq!(client.try_control("POST", "seed", &mistake).0, 422, "{mistake}");
    }
    let odd = json!({"id": 1001, "params": {"<b>": "x"}});
    assert_eq!(client.try_control("POST", "services", &odd).0, 422);
    assert_eq!(client.json("func=soft.edit&elid=1001")["<b>"], Value::Null);
}
