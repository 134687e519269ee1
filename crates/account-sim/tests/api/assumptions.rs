//! Each answer to an open question, in the order of their numbers. Those of activation (U17) stand in `life`, of blocks
//! (U18) in `blocks`, of ids (U8, U30) in `worlds`, of slashes (U29) in `http`.

use serde_json::json;

use crate::client::{BITNINJA, Client, EU, RU, frozen, frozen_at, seeded};

const LITESPEED: &str = "func=addition.order.param&pricelist=90101&item=1001&period=1&sok=ok&skipbasket=on";
const DDOS_GUARD: &str =
    "func=addition.order.param&pricelist=23221&item=1001&period=1&sok=ok&skipbasket=on&domain=example.com";

fn value(field: &str) -> (String, String) {
    ("value".to_owned(), field.to_owned())
}

#[test]
fn u1_an_order_answers_its_id_as_a_value_as_a_plain_text_or_not_at_all() {
    for (answer, id) in [("id", json!({"v": "812345"})), ("plain_id", json!("812345")), ("ok_only", json!(null))] {
        let client = seeded(json!({"u1_order_answer": answer}));
        assert_eq!(client.bjson(&format!("{BITNINJA}&period=1"))["id"], id, "{answer}");
        assert_eq!(client.service("812345")["status"], 1, "{answer}");
    }
}

#[test]
fn u2_an_order_may_need_the_button_finish() {
    let client = seeded(json!({"u2_clicked_button": "required"}));
    let order = format!("{BITNINJA}&period=1");
    assert_eq!(client.json(&order)["slist"][0]["$name"], "period");
    assert_eq!(client.ledger(), Vec::<String>::new());
    client.xml(&format!("{order}&clicked_button=finish"));
    assert_eq!(client.ledger().len(), 1);
    client.seed(json!({"u2_clicked_button": "optional"}));
    client.xml(&order);
    assert_eq!(client.ledger().len(), 2);
}

#[test]
fn u3_an_unpaid_order_may_name_its_service() {
    let client = seeded(json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "unpaid_with_id"}));
    let doc = client.json(&format!("{BITNINJA}&period=1"));
    assert_eq!((&doc["id"]["$"], &doc["billorder"]["$"]), (&json!("812345"), &json!("BO-77")));
    client.seed(json!({"u3_short_balance": "unpaid"}));
    assert_eq!(client.json(&format!("{BITNINJA}&period=1"))["id"], json!(null));
}

#[test]
fn u4_a_remoteid_is_shown_everywhere_in_forms_only_nowhere_or_not_kept() {
    for (answer, in_list, in_form, kept) in [
        ("list_and_edit", true, true, "whmcs-1"),
        ("edit", false, true, "whmcs-1"),
        ("hidden", false, false, "whmcs-1"),
        ("dropped", false, false, ""),
    ] {
        let client = seeded(json!({"u4_remoteid": answer}));
        let id = client.active_bitninja("&remoteid=whmcs-1");
        assert_eq!(client.xml("func=addition").contains("<remoteid>whmcs-1</remoteid>"), in_list, "{answer}");
        let form = client.xml(&format!("func=addition.edit&elid={id}"));
        assert_eq!(form.contains("<remoteid>whmcs-1</remoteid>"), in_form, "{answer}");
        client.xml(&format!("func=addition.edit&elid={id}&autoprolong=1&sok=ok"));
        assert_eq!(client.service(&id)["remoteid"], kept, "{answer}");
    }
}

#[test]
fn u5_the_fields_of_bitninja_have_one_of_three_sets_of_names() {
    for (answer, email, key, password) in [
        ("as_in_manual", "bitninja_email", "bitninjakey", "bitninja_password"),
        ("underscored", "bitninja_email", "bitninja_key", "bitninja_password"),
        ("short", "email", "key", "password"),
    ] {
        let client = seeded(json!({"u5_bitninja_fields": answer}));
        let id = client.active_bitninja("&bitninja_email=client@example.com");
        let form = client.json(&format!("func=addition.edit&elid={id}"));
        assert_eq!(form[email]["$"], "client@example.com", "{answer}");
        assert_eq!(form[key]["$"].as_str().unwrap().len(), 32, "{answer}");
        assert_eq!(form[password]["$"].as_str().unwrap().len(), 12, "{answer}");
        client.xml(&format!("func=addition.edit&elid={id}&{email}=new@example.com&sok=ok"));
        assert_eq!(client.service(&id)["params"]["bitninja_email"], "new@example.com", "{answer}");
    }
}

#[test]
fn u6_ddos_guard_asks_for_the_address_under_one_of_two_names() {
    for (answer, wanted, other) in [("domain_and_target_ip", "target_ip", "ip"), ("domain_and_ip", "ip", "target_ip")] {
        let client = seeded(json!({"u6_ddos_guard_fields": answer}));
        assert_eq!(client.error(&format!("{DDOS_GUARD}&{other}=192.0.2.1")), value(wanted), "{answer}");
        client.xml(&format!("{DDOS_GUARD}&{wanted}=192.0.2.1"));
        assert_eq!(client.service("812345")["params"][wanted], "192.0.2.1", "{answer}");
    }
}

#[test]
fn u7_other_modules_may_ask_for_a_name() {
    let client = seeded(json!({"u7_other_modules": "item_and_name"}));
    assert_eq!(client.error(LITESPEED), value("licname"));
    client.xml(&format!("{LITESPEED}&licname=web"));
    client.seed(json!({"u7_other_modules": "item_only"}));
    client.xml(LITESPEED);
    assert_eq!(client.service("812346")["params"], json!({}));
}

#[test]
fn u9_an_order_without_a_period_may_mean_the_first_one() {
    for period in ["", "&period=0", "&period="] {
        let client = seeded(json!({"u9_missing_period": "first_offered"}));
        client.xml(&format!("{BITNINJA}{period}"));
        assert_eq!(client.ledger(), ["order -10.00 addition.order.param"], "{period}");
        client.seed(json!({"u9_missing_period": "refused"}));
        assert_eq!(client.error(&format!("{BITNINJA}{period}")), value("period"), "{period}");
    }
}

#[test]
fn u10_a_period_that_is_not_offered_is_refused_in_two_ways_or_sold() {
    let quarter = format!("{BITNINJA}&period=3");
    let client = frozen();
    assert_eq!(client.error(&quarter), value("period"));
    client.seed(json!({"u10_unoffered_period": "text"}));
    assert_eq!(client.error(&quarter), ("msg".to_owned(), String::new()));
    assert!(client.xml(&quarter).contains("You cannot order this tariff plan for the selected period"));
    client.seed(json!({"u10_unoffered_period": "accepted"}));
    client.xml(&quarter);
    assert_eq!(client.ledger(), ["order -30.00 addition.order.param"]);
    client.advance_seconds(3);
    client.xml("func=service.prolong&elid=812345&period=3&sok=ok");
    assert_eq!(client.service("812345")["expiredate"], "2027-07-10");
}

#[test]
fn u11_a_client_may_not_be_allowed_to_delete_modules() {
    let client = seeded(json!({"u11_deletion": "access"}));
    let id = client.active_bitninja("&bitninja_email=client@example.com");
    let delete = format!("func=addition.delete&elid={id}");
    assert_eq!(client.error(&delete), ("access".into(), "addition.delete".into()));
    client.xml("func=soft.delete&elid=1005");
    assert_eq!(client.service("1005")["status"], 4);
    client.seed(json!({"u11_deletion": "allowed"}));
    client.xml(&delete);
    assert_eq!(client.service(&id)["status"], 4);
}

#[test]
fn u12_a_client_may_be_allowed_to_suspend_modules() {
    let client = frozen();
    let id = client.active_bitninja("&bitninja_email=client@example.com");
    for action in ["suspend", "resume"] {
        let denied = client.error(&format!("func=addition.{action}&elid={id}"));
        assert_eq!(denied, ("access".to_owned(), format!("addition.{action}")));
    }
    client.seed(json!({"u12_module_suspension": "allowed"}));
    client.xml(&format!("func=addition.suspend&elid={id}"));
    assert_eq!(client.service(&id)["status"], 3);
    client.xml(&format!("func=addition.resume&elid={id}"));
    assert_eq!(client.service(&id)["status"], 2);
}

#[test]
fn u13_a_renewal_is_for_any_offered_period_or_only_for_the_service_s_own() {
    let client = frozen();
    let id = client.active_bitninja("&bitninja_email=client@example.com");
    let year = format!("func=service.prolong&elid={id}&period=12&sok=ok");
    client.seed(json!({"u13_renewal_period": "own_only"}));
    assert_eq!(client.error(&year), value("period"));
    client.xml(&format!("func=addition.edit&elid={id}&autoprolong=12&sok=ok"));
    assert_eq!(client.service(&id)["period"], 12);
    client.xml(&year);
    client.seed(json!({"u13_renewal_period": "any_offered"}));
    client.xml(&format!("func=service.prolong&elid={id}&period=6&sok=ok"));
    assert_eq!(client.service(&id)["period"], 6);
    assert_eq!(client.service(&id)["expiredate"], "2028-08-10");
}

#[test]
fn u14_the_price_list_may_be_open_to_everybody() {
    let client = frozen();
    let read = || client.post(&[("func", "pricelist.export"), ("itemtype", "addition")]).unwrap().1;
    assert!(read().contains("<error type=\"auth\""));
    client.seed(json!({"u14_price_list": "public"}));
    assert!(read().contains("<id>55371</id>") && !read().contains("<id>55390</id>"));
    let wrong = [("authinfo", "eu-partner:wrong"), ("func", "pricelist.export")];
    assert!(client.post(&wrong).unwrap().1.contains("badpassword"));
}

#[test]
fn u15_a_tariff_s_name_stands_under_one_of_several_names() {
    let names = ["name", "title", "name_en", "name_ru"];
    for (answer, under) in [
        ("name", vec!["name"]),
        ("title", vec!["title"]),
        ("by_language", vec!["name_en", "name_ru"]),
        ("internal_only", vec![]),
    ] {
        let client = seeded(json!({"u15_tariff_names": answer}));
        let tariff = client.json("func=pricelist.export&itemtype=addition")["pricelist"][0].take();
        for name in names {
            assert_eq!(tariff[name]["$"].is_string(), under.contains(&name), "{answer} {name}");
        }
        assert!(tariff["additionintname"]["$"].is_string(), "{answer}");
    }
}

#[test]
fn u16_a_row_holds_the_status_under_one_of_three_names() {
    let names = ["item_status", "status", "status_msg"];
    for answer in names {
        let client = seeded(json!({"u16_status_field": answer}));
        let row = client.json("func=soft")["elem"][0].take();
        for name in names {
            let expected = if name == answer { json!("2") } else { json!(null) };
            assert_eq!(row[name]["$orig"], expected, "{answer} {name}");
        }
        assert_eq!(client.json("func=soft&filter=on&status=2")["p_elems"]["$"], "5", "{answer}");
    }
}

#[test]
fn u17_a_key_may_come_later_than_the_status() {
    let client = seeded(json!({"u17_key_seconds": 60}));
    let id = client.active_bitninja("&remoteid=whmcs-1");
    assert_eq!(
        (&client.service(&id)["status"], &client.service(&id)["params"]["bitninjakey"]),
        (&json!(2), &json!(null))
    );
    client.advance_seconds(59);
    assert_eq!(client.service(&id)["params"]["bitninjakey"], json!(null));
    client.advance_seconds(1);
    assert_eq!(client.service(&id)["params"]["bitninjakey"].as_str().unwrap().len(), 32);
}

#[test]
fn u19_a_day_begins_in_the_time_zone_of_the_account() {
    for (answer, eu, ru) in [
        ("by_region", "2027-01-10", "2027-01-11"),
        ("utc", "2027-01-10", "2027-01-10"),
        ("cet", "2027-01-11", "2027-01-11"),
    ] {
        let client = frozen_at("2027-01-10T23:30:00Z");
        client.seed(json!({"u19_time_zone": answer}));
        let id = client.active_bitninja("&remoteid=whmcs-1");
        assert_eq!(client.service(&id)["createdate"], eu, "{answer}");
        let order = "func=addition.order.param&pricelist=55390&item=2001&period=1&sok=ok&skipbasket=on";
        client.call_as(RU, order).unwrap();
        assert_eq!(client.service("812346")["createdate"], ru, "{answer}");
    }
}

#[test]
fn u20_a_trial_can_be_had_once_for_a_licence_once_for_an_account_or_always() {
    let trial = |client: &Client, item: &str| client.error(&format!("{}&period=-100", BITNINJA.replace("1001", item)));
    for (answer, same, other) in
        [("once_per_licence", "exists", ""), ("once_per_account", "exists", "exists"), ("unlimited", "", "")]
    {
        let client = seeded(json!({"u20_trial": answer}));
        assert_eq!(trial(&client, "1001").0, "", "{answer}");
        client.xml("func=addition.delete&elid=812345");
        assert_eq!(trial(&client, "1001").0, same, "{answer}");
        assert_eq!(trial(&client, "1002").0, other, "{answer}");
    }
    let client = frozen();
    let licence = "func=soft.order.param&pricelist=55239&period=-100&ip=192.0.2.77&licname=try&sok=ok&skipbasket=on";
    assert_eq!(client.error(licence).0, "");
    assert_eq!(client.error(licence), ("exists".into(), "trial".into()));
}

#[test]
fn u21_a_client_may_not_be_allowed_to_ask_for_a_login_key() {
    let client = seeded(json!({"u21_session_newkey": "access"}));
    let newkey = "func=session.newkey&username=eu-partner&key=0123456789abcdef";
    assert_eq!(client.error(newkey), ("access".into(), "session.newkey".into()));
    client.seed(json!({"u21_session_newkey": "own_login"}));
    assert_eq!(client.error(newkey).0, "");
}

#[test]
fn u22_a_deletion_may_need_its_confirmation() {
    let client = seeded(json!({"u22_delete_sok": "needed"}));
    let id = client.active_bitninja("&bitninja_email=client@example.com");
    let delete = format!("func=addition.delete&elid={id}");
    assert_eq!(client.json(&delete)["elid"]["$"], id.as_str());
    assert_eq!(client.service(&id)["status"], 2);
    client.xml(&format!("{delete}&sok=ok"));
    assert_eq!(client.service(&id)["status"], 4);
    let other = client.active_bitninja("&bitninja_email=client@example.com");
    client.seed(json!({"u22_delete_sok": "not_needed"}));
    client.xml(&format!("func=addition.delete&elid={other}"));
    assert_eq!(client.service(&other)["status"], 4);
}

#[test]
fn u23_the_days_that_were_not_used_may_be_paid_back() {
    let client = frozen();
    let deleted = |client: &Client| {
        let id = client.active_bitninja("");
        client.advance_days(11);
        client.xml(&format!("func=addition.delete&elid={id}"));
    };
    deleted(&client);
    assert_eq!(client.ledger(), ["order -10.00 addition.order.param"]);
    client.seed(json!({"u23_refund": "remaining_days"}));
    deleted(&client);
    // 20 of the 31 days from January 21 to February 21.
    assert_eq!(client.ledger()[2], "refund 6.45 delete");
}

#[test]
fn u24_deleting_a_licence_ends_its_modules_or_leaves_them() {
    for (answer, status) in [("suspended", 3), ("deleted", 4), ("untouched", 2)] {
        let client = seeded(json!({"u24_licence_deletion": answer}));
        let id = client.active_bitninja("&remoteid=whmcs-1");
        client.xml("func=soft.delete&elid=1002");
        assert_eq!(client.service(&id)["status"], 2, "{answer}");
        client.xml("func=soft.delete&elid=1001");
        assert_eq!(client.service(&id)["status"], status, "{answer}");
    }
}

#[test]
fn u25_a_licence_of_another_account_is_refused_in_two_ways_or_taken() {
    let order = format!("{}&period=1", BITNINJA.replace("1001", "2001"));
    for (answer, error) in [("value", value("item")), ("missed", ("missed".to_owned(), String::new()))] {
        let client = seeded(json!({"u25_foreign_item": answer}));
        assert_eq!(client.error(&order), error, "{answer}");
    }
    let client = seeded(json!({"u25_foreign_item": "accepted"}));
    client.xml(&order);
    assert_eq!(client.service("812345")["item"], 2001);
    assert_eq!(client.error(&order.replace("2001", "999")), value("item"));
}

#[test]
fn u26_an_error_document_has_status_200_or_one_by_its_error() {
    let client = frozen();
    let status = |account: (&str, &str), func: &str| client.status(account, &format!("func={func}"));
    let calls = [((EU.0, "wrong"), "whoami"), (EU, "user"), (EU, "no.such"), (EU, "service.prolong")];
    assert_eq!(calls.map(|(account, func)| status(account, func)), [200, 200, 200, 200]);
    client.seed(json!({"u26_http_status": "by_error"}));
    assert_eq!(calls.map(|(account, func)| status(account, func)), [401, 403, 404, 404]);
    assert_eq!(status(EU, "whoami"), 200);
}

#[test]
fn u27_names_and_addresses_have_a_longest_length() {
    let client = frozen();
    let order = |name: &str| {
        format!(
            "func=softexternal.order.param&pricelist=9203&period=1&ip=192.0.2.8&licname={name}&sok=ok&skipbasket=on"
        )
    };
    assert_eq!(client.error(&order(&"я".repeat(256))), value("licname"));
    assert_eq!(client.error(&order(&"я".repeat(255))).0, "");
    client.seed(json!({"u27_longest_text": 16}));
    assert_eq!(client.error(&order(&"n".repeat(17))), value("licname"));
    let id = client.order_bitninja("&bitninja_email=1234@example.com");
    assert_eq!(
        client.error(&format!("func=addition.edit&elid={id}&bitninja_email=12345@example.com&sok=ok")),
        value("bitninja_email")
    );
}

#[test]
fn u28_a_suspended_service_is_renewed_from_today_from_its_end_or_not_at_all() {
    for (answer, until, status) in
        [("from_today", "2027-03-20", 2), ("from_end", "2027-03-10", 2), ("refused", "2027-02-10", 3)]
    {
        let client = seeded(json!({"u28_suspended_renewal": answer}));
        let id = client.active_bitninja("&remoteid=whmcs-1");
        client.advance_days(41);
        assert_eq!(client.service(&id)["status"], 3);
        client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
        let service = client.service(&id);
        assert_eq!((&service["expiredate"], &service["status"]), (&json!(until), &json!(status)), "{answer}");
    }
}

#[test]
fn u23_no_price_is_too_high_to_be_paid_back() {
    let client = frozen();
    client.seed(json!({"u23_refund": "remaining_days"}));
    let id = client.active_bitninja("");
    client.seed(json!({"prices": {"eu-partner": {"55371": {"1": "1000000000000.00"}}}}));
    client.control("POST", "services", &json!({"id": id.parse::<u64>().unwrap(), "expiredate": "9000-01-01"}));
    client.xml(&format!("func=addition.delete&elid={id}"));
    // 2,546,827 days at the price of the 31 days before the last one.
    assert_eq!(client.ledger()[1], "refund 82155709677419354.83 delete");
}

#[test]
fn u24_a_licence_that_time_deletes_ends_its_modules_too() {
    let client = frozen();
    client.control("POST", "services", &json!({"id": 1001, "expiredate": "2027-01-20"}));
    let module = client.json(&BITNINJA.replace("&item", "&period=12&item"))["id"]["$"].as_str().unwrap().to_owned();
    client.advance_days(35);
    assert_eq!((&client.service("1001")["status"], &client.service(&module)["status"]), (&json!(3), &json!(2)));
    client.advance_days(10);
    assert_eq!((&client.service("1001")["status"], &client.service(&module)["status"]), (&json!(4), &json!(3)));
}
