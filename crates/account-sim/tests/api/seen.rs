//! The requests that were seen: how many are kept, how much of each, and that no secret stands in them.

use serde_json::{Value, json};

use crate::client::{BITNINJA, EU, frozen};
use crate::raw;

#[test]
fn the_newest_ten_thousand_requests_are_kept_and_all_are_counted() {
    let client = frozen();
    let one = "GET /billmgr?func=whoami HTTP/1.1\r\nHost: x\r\n\r\n";
    raw::send(&client, &format!("{}{}", one.repeat(10_000), raw::get("/billmgr?func=last")));
    let seen = client.control("GET", "requests", &Value::Null);
    assert_eq!(seen["count"], 10_001);
    let requests = seen["requests"].as_array().unwrap();
    assert_eq!((requests.len(), &requests[9_999]["func"]), (10_000, &json!("last")));
    client.control("DELETE", "requests", &Value::Null);
    assert_eq!(client.control("GET", "requests", &Value::Null), json!({"requests": [], "count": 0}));
}

#[test]
fn a_secret_is_masked_wherever_else_it_stands() {
    let client = frozen();
    let body = "authinfo=eu-partner:hushhush&func=whoami-hushhush&note=my+hushhush+is+secret\
                &key=-----BEGIN+KEY-----&csr=x-----BEGIN+KEY-----x&key=second-secret&password=p&short=p";
    raw::send(
        &client,
        &raw::request("POST", "/billmgr", "Cookie: billmgrses5=cookiesecret\r\n", &format!("{body}&c=cookiesecret")),
    );
    let seen = client.control("GET", "requests", &Value::Null);
    assert_eq!(seen["requests"][0]["func"], "whoami-***");
    assert_eq!(seen["requests"][0]["params"]["note"], "my *** is secret");
    assert_eq!(seen["requests"][0]["params"]["csr"], "x***x");
    for secret in ["hushhush", "BEGIN", "second-secret", "cookiesecret"] {
        assert!(!seen.to_string().contains(secret), "{secret}");
    }
}

#[test]
fn a_large_request_is_kept_in_part() {
    let client = frozen();
    let body = format!("func=whoami&junk={}&remoteid=whmcs-1", "ж".repeat(50_000));
    raw::send(&client, &raw::form(&body));
    let seen = client.control("GET", "requests", &Value::Null);
    let kept = seen["requests"][0]["params"].to_string();
    assert!(kept.starts_with("{\"func\":\"whoami\"") && kept.len() < 9_000);
}

#[test]
fn seen_requests_show_no_secret() {
    let client = frozen();
    client.xml("func=session.newkey&username=eu-partner&key=0123456789abcdef");
    client.post(&[("func", "auth"), ("username", EU.0), ("password", EU.1)]).unwrap();
    client.xml(&format!("{BITNINJA}&period=1&remoteid=whmcs-1&bitninja_password=hush&bitninjakey=hush"));
    let seen = client.control("GET", "requests", &Value::Null);
    assert_eq!(seen["count"], 3);
    let text = seen.to_string();
    for secret in ["Secret", "0123456789abcdef", "hush"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let last = &seen["requests"][2];
    assert_eq!((&last["func"], &last["account"]), (&json!("addition.order.param"), &json!("eu-partner")));
    assert_eq!((&last["params"]["authinfo"], &last["params"]["remoteid"]), (&json!("***"), &json!("whmcs-1")));
}
