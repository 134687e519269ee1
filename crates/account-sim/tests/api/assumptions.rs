//! Each answer to an open question, where it concerns time, money or the life of a service.

use serde_json::json;

use crate::client::{BITNINJA, Client, RU, frozen, frozen_at};

fn active(client: &Client) -> String {
    let id = client.order_bitninja("&remoteid=whmcs-1");
    client.advance_seconds(3);
    id
}

#[test]
fn u3_an_unpaid_order_may_name_its_service() {
    let client = frozen();
    client.seed(json!({"balance": {"eu-partner": "1.00"}, "u3_short_balance": "unpaid_with_id"}));
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
        let client = frozen();
        client.seed(json!({"u4_remoteid": answer}));
        let id = active(&client);
        assert_eq!(client.xml("func=addition").contains("<remoteid>whmcs-1</remoteid>"), in_list, "{answer}");
        let form = client.xml(&format!("func=addition.edit&elid={id}"));
        assert_eq!(form.contains("<remoteid>whmcs-1</remoteid>"), in_form, "{answer}");
        client.xml(&format!("func=addition.edit&elid={id}&autoprolong=1&sok=ok"));
        assert_eq!(client.service(&id)["remoteid"], kept, "{answer}");
    }
}

#[test]
fn u17_a_key_may_come_later_than_the_status() {
    let client = frozen();
    client.seed(json!({"u17_key_seconds": 60}));
    let id = active(&client);
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
        let id = active(&client);
        assert_eq!(client.service(&id)["createdate"], eu, "{answer}");
        let order = "func=addition.order.param&pricelist=55390&item=2001&period=1&sok=ok&skipbasket=on";
        client.call_as(RU, order).unwrap();
        assert_eq!(client.service("812346")["createdate"], ru, "{answer}");
    }
}

#[test]
fn u23_the_days_that_were_not_used_may_be_paid_back() {
    let client = frozen();
    let deleted = |client: &Client| {
        let id = active(client);
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
        let client = frozen();
        client.seed(json!({"u24_licence_deletion": answer}));
        let id = active(&client);
        client.xml("func=soft.delete&elid=1002");
        assert_eq!(client.service(&id)["status"], 2, "{answer}");
        client.xml("func=soft.delete&elid=1001");
        assert_eq!(client.service(&id)["status"], status, "{answer}");
    }
}

#[test]
fn u28_a_suspended_service_is_renewed_from_today_from_its_end_or_not_at_all() {
    for (answer, until) in [("from_today", "2027-03-20"), ("from_end", "2027-03-10"), ("refused", "2027-02-10")] {
        let client = frozen();
        client.seed(json!({"u28_suspended_renewal": answer}));
        let id = active(&client);
        client.advance_days(41);
        assert_eq!(client.service(&id)["status"], 3);
        client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
        assert_eq!(client.service(&id)["expiredate"], until, "{answer}");
    }
}
