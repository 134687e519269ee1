//! Whole answers: an order, a renewal, a row, a form, an empty list, an error.

use serde_json::{Value, json};

use crate::client::{BITNINJA, RU, frozen};

/// An xml answer without its declaration and without the frame that every answer has.
fn bare(xml: &str) -> String {
    let start = xml.find("<doc").unwrap();
    let body = &xml[start + xml[start..].find('>').unwrap() + 1..];
    let end = body.find("<tparams").or(body.rfind("</doc>")).unwrap();
    body[..end].to_owned()
}

#[test]
fn an_order_answers_the_id_of_the_service_in_each_output() {
    let client = frozen();
    let order = format!("{BITNINJA}&period=1");
    assert_eq!(bare(&client.xml(&order)), "<id>812345</id><ok type=\"list\">func=addition</ok>");
    let doc = client.json(&order);
    assert_eq!(doc["$func"], "addition.order.param");
    assert_eq!(doc["id"], json!({ "$": "812346" }));
    let answer = client.bjson(&order);
    assert_eq!(answer["func"], "addition.order.param");
    assert_eq!(answer["id"], json!({ "v": "812347" }));
    assert_eq!(answer["doc"], Value::Null);
}

#[test]
fn a_renewal_answers_the_new_date_in_a_nested_doc() {
    let client = frozen();
    let id = client.active_bitninja("");
    let xml = client.xml(&format!("func=service.prolong&elid={id}&period=1&sok=ok"));
    assert_eq!(bare(&xml), "<doc><newexpiredate>2027-03-10</newexpiredate></doc><ok/>");
}

#[test]
fn a_list_row_shows_the_status_as_text_with_its_number_beside_it() {
    let client = frozen();
    client.seed(json!({"u4_remoteid": "list_and_edit"}));
    client.order_bitninja("&remoteid=whmcs-a-1");
    client.advance_seconds(3);
    let doc = client.json("func=addition");
    assert_eq!(
        doc["elem"][0],
        json!({
            "id": {"$": "812345"}, "account": {"$": "eu-partner"},
            "project": {"$": "ispmanager"}, "datacentername": {"$": "ispmanager"}, "processingmodule": {"$": "ispmanager"},
            "item": {"$": "#1001 ispmanager 6 lite"},
            "pricelist": {"$": "BitNinja"}, "pricelist_id": {"$": "55371"}, "intname": {"$": "BitNinja"},
            "createdate": {"$": "2027-01-10"}, "expiredate": {"$": "2027-02-10"},
            "real_expiredate": {"$": "2027-02-10"}, "period": {"$": "1"}, "autoprolong": {"$": "Disabled"},
            "billdaily": {"$": "off"}, "item_real_status": {"$": "2"},
            "item_status": {"$color": "green", "$orig": "2", "$": "Active"},
            "cost": {"$": "10.00 EUR / Month"}, "item_cost": {"$": "10.0000"}, "currency_str": {"$": "EUR"},
            "remoteid": {"$": "whmcs-a-1"}
        })
    );
    assert_eq!(
        (&doc["p_cnt"]["$"], &doc["p_elems"]["$"], &doc["p_num"]["$"]),
        (&json!("100"), &json!("1"), &json!("1"))
    );
    assert!(client.xml("func=addition").contains("<item_status color=\"green\" orig=\"2\">Active</item_status>"));
    let row = client.bjson("func=addition")["elem"][0].take();
    assert_eq!((&row["item_status"], &row["item_status_orig"]), (&json!("Active"), &json!("2")));
}

#[test]
fn a_form_gives_scalars_and_select_lists() {
    let client = frozen();
    let id = client.active_bitninja("&bitninja_email=client@example.com&autoprolong=1");
    let doc = client.json(&format!("func=addition.edit&elid={id}"));
    assert_eq!(doc["status"]["$"], "2");
    assert_eq!(doc["bitninja_email"]["$"], "client@example.com");
    assert_eq!(doc["autoprolong"]["$"], "1");
    assert_eq!(
        doc["slist"],
        json!([{"$name": "autoprolong", "val": [
            {"$key": "null", "$": "Disabled"}, {"$key": "1", "$": "Month"},
            {"$key": "6", "$": "Half a year"}, {"$key": "12", "$": "Year"}
        ]}])
    );
    assert_eq!(client.bjson(&format!("func=addition.edit&elid={id}"))["model"]["status"], "2");
}

#[test]
fn an_empty_list_has_no_rows_at_all() {
    let client = frozen();
    assert_eq!(
        bare(&client.xml("func=softexternal")),
        "<metadata name=\"softexternal\" type=\"list\" key=\"id\" mgr=\"billmgr\"></metadata>\
         <p_cnt>0</p_cnt><p_elems>0</p_elems><p_num>1</p_num><p_order>asc</p_order><p_sort>id</p_sort>"
    );
}

#[test]
fn an_error_comes_with_http_200_and_says_type_object_and_text() {
    let client = frozen();
    let (status, body) = client.post(&[("authinfo", "eu-partner:wrong"), ("func", "whoami"), ("lang", "ru")]).unwrap();
    assert_eq!(status, 200);
    assert_eq!(
        body.split_once('\n').unwrap().1.trim_end(),
        "<doc><error type=\"auth\" object=\"badpassword\" lang=\"ru\" code=\"1\">\
         <param name=\"object\" type=\"msg\">badpassword</param><param name=\"value\"/>\
         <stack><action level=\"0\" user=\"\">whoami</action></stack>\
         <detail>Неверное имя пользователя или пароль</detail>\
         <msg>Неверное имя пользователя или пароль</msg></error></doc>"
    );
    let doc = client.json("func=subaccounts");
    assert_eq!(doc["error"]["$type"], "missed");
    assert!(client.bjson("func=nothing")["error"]["msg"].is_string());
}

#[test]
fn names_with_markup_survive_every_output() {
    let client = frozen();
    let name = "Imunify360 & \"ImunifyAV\" <server>";
    let query = "func=pricelist.export&itemtype=softexternal";
    assert!(client.xml(query).contains("<name>Imunify360 &amp; &quot;ImunifyAV&quot; &lt;server&gt;</name>"));
    let names = |rows: &Value, key: fn(&Value) -> &Value| rows.as_array().unwrap().iter().any(|row| key(row) == name);
    assert!(names(&client.json(query)["pricelist"], |row| &row["name"]["$"]));
    assert!(names(&client.bjson(query)["pricelist"], |row| &row["name"]));
}

#[test]
fn the_request_is_repeated_without_its_credentials() {
    let client = frozen();
    let doc = client.json("func=session.newkey&username=eu-partner&key=0123456789abcdef");
    assert_eq!(doc["tparams"]["key"]["$"], "0123456789abcdef");
    assert_eq!(doc["tparams"]["authinfo"], Value::Null);
    client.seed(json!({"quirks": {"echo_secrets": true}}));
    assert_eq!(client.json("func=whoami")["tparams"]["authinfo"]["$"], "eu-partner:Secret&<eu>:1");
}

#[test]
fn the_russian_account_is_answered_in_russian_unless_it_asks_otherwise() {
    let client = frozen();
    let body = client.call_as(RU, "func=soft").unwrap();
    assert!(body.contains("<cost>390.00 RUB / Месяц</cost>") && body.contains(">Активен</item_status>"));
    assert!(client.call_as(RU, "func=soft&lang=en").unwrap().contains(">Active</item_status>"));
}
