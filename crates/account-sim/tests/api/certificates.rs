//! SSL certificates: the request and its key, the order, the certificate.

use serde_json::{Value, json};

use crate::client::{Client, frozen};

const SUBJECT: &str =
    "pricelist=55346&period=12&crt_type=generate&field_country=182&CN=example.com&ST=Region&L=City&O=Company";
const PEOPLE: &str = "adm_fname=Anna&adm_lname=Admin&adm_email=anna@example.com&adm_phone=+7 495 123-45-67\
                      &tech_fname=Tom&tech_lname=Tech&tech_email=tom@example.com&tech_phone=+7 495 123-45-68\
                      &approver_email_1=admin@example.com";

/// A request for a certificate and its key, as a client reads them from bjson.
fn request_and_key(client: &Client) -> (String, String) {
    let query = format!("func=certificate.order.csr&sok=ok&snext=ok&{SUBJECT}");
    let answer = client.bjson(&query);
    let text = |name: &str| answer["model"][name].as_str().unwrap().to_owned();
    (text("csr"), text("key"))
}

fn order(client: &Client) -> String {
    let (csr, key) = request_and_key(client);
    format!("func=certificate.order.param&sok=ok&skipbasket=on&{SUBJECT}&{PEOPLE}&csr={csr}&key={key}")
}

#[test]
fn a_request_and_its_key_are_made_up_the_same_each_time() {
    let client = frozen();
    let (csr, key) = request_and_key(&client);
    assert!(csr.starts_with("-----BEGIN CERTIFICATE REQUEST-----\nMII"));
    assert!(key.ends_with("\n-----END PRIVATE KEY-----\n"));
    assert!(csr.lines().all(|line| line.len() <= 64));
    assert_eq!((csr, key), request_and_key(&frozen()));
}

#[test]
fn a_request_says_which_of_its_fields_is_wrong() {
    let client = frozen();
    let csr = format!("func=certificate.order.csr&sok=ok&{SUBJECT}");
    let refused = |from: &str, to: &str| client.error(&csr.replace(from, to));
    let value = |field: &str| ("value".to_owned(), field.to_owned());
    assert_eq!(refused("field_country=182", "field_country=RU"), value("field_country"));
    assert_eq!(refused("CN=example.com", "CN=example"), value("CN"));
    assert_eq!(refused("period=12", "period=1"), value("period"));
    assert_eq!(refused("pricelist=55346", "pricelist=55371"), value("pricelist"));
    assert_eq!(client.error(&format!("{csr}&altname=www.example.com, other")), value("altname"));
    assert_eq!(client.error(&format!("{csr}&altname_input=www.example.com api.example.com")).0, "");
}

#[test]
fn without_sok_the_form_of_a_request_has_its_select_lists() {
    let client = frozen();
    let doc = client.json("func=certificate.order.csr&pricelist=55346");
    assert_eq!(doc["csr"], json!(null));
    let lists: Vec<&Value> = doc["slist"].as_array().unwrap().iter().map(|list| &list["$name"]).collect();
    assert_eq!(lists, ["period", "field_country"]);
    assert_eq!(doc["slist"][1]["val"][0]["$key"], "182");
}

#[test]
fn an_order_is_paid_and_ends_with_a_certificate() {
    let client = frozen();
    client.xml(&order(&client));
    assert_eq!(client.ledger(), ["order -39.00 certificate.order.param"]);
    client.advance_seconds(3);
    let row = client.json("func=certificate")["elem"][0].take();
    assert_eq!((&row["domain"]["$"], &row["item_status"]["$orig"]), (&json!("example.com"), &json!("2")));
    assert_eq!(row["expiredate"]["$"], "2028-01-10");
    let form = client.json("func=certificate.edit&elid=812345");
    assert!(form["crt"]["$"].as_str().unwrap().starts_with("-----BEGIN CERTIFICATE-----\nMII"));
    assert_eq!(form["adm_phone"]["$"], "+7 495 123-45-67");
    client.xml("func=certificate.delete&elid=812345");
    assert_eq!(client.json("func=certificate")["elem"][0]["item_status"]["$orig"], "4");
}

#[test]
fn an_order_needs_the_administrator_s_phone_and_a_request() {
    let client = frozen();
    let order = order(&client);
    let value = |field: &str| ("value".to_owned(), field.to_owned());
    assert_eq!(client.error(&order.replace("adm_phone=+7 495 123-45-67", "adm_phone=")), value("adm_phone"));
    assert_eq!(client.error(&order.replace("BEGIN CERTIFICATE REQUEST", "BEGIN NONSENSE")), value("csr"));
    assert_eq!(client.error(&order.replace("approver_email_1=admin@", "approver_email_1=")), value("approver_email_1"));
    assert!(client.xml(&order.replace("adm_phone=+7 495 123-45-67", "adm_phone=")).contains("administrator"));
    assert_eq!(client.ledger(), Vec::<String>::new());
}

#[test]
fn a_certificate_keeps_its_tariff_and_cannot_be_suspended() {
    let client = frozen();
    client.xml(&order(&client));
    client.advance_seconds(3);
    assert_eq!(client.error("func=service.changepricelist&elid=812345").0, "msg");
    assert_eq!(client.error("func=certificate.suspend&elid=812345").0, "missed");
}
