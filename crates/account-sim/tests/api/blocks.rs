//! Who is kept out: blocked logins and addresses, too many requests, a missing second factor.

use serde_json::{Value, json};

use crate::client::{Client, EU, RU, frozen};
use crate::raw;

/// Type and object of the error of an answer.
fn error(body: &str) -> String {
    let Some((_, rest)) = body.split_once("<error type=\"") else {
        return "none".to_owned();
    };
    let kind = rest.split('"').next().unwrap();
    let object = rest.split_once(" object=\"").map_or("", |(_, object)| object.split('"').next().unwrap());
    format!("{kind}/{object}")
}

fn whoami((login, _): (&str, &str), password: &str, client: &Client) -> String {
    error(&client.call_as((login, password), "func=whoami").unwrap())
}

fn log_in((login, _): (&str, &str), password: &str, client: &Client) -> String {
    error(&client.post(&[("func", "auth"), ("username", login), ("password", password)]).unwrap().1)
}

#[test]
fn five_failures_block_a_user_for_20_seconds_even_with_the_right_password() {
    let client = frozen();
    for _ in 0..4 {
        assert_eq!(whoami(EU, "wrong", &client), "auth/badpassword");
    }
    assert_eq!(log_in(EU, "wrong", &client), "auth/badpassword");
    assert_eq!(whoami(EU, EU.1, &client), "auth/blocklogon");
    assert_eq!(log_in(EU, EU.1, &client), "auth/blocklogon");
    assert_eq!(whoami(RU, RU.1, &client), "none");
    client.advance_seconds(19);
    assert_eq!(whoami(EU, EU.1, &client), "auth/blocklogon");
    client.advance_seconds(1);
    assert_eq!(whoami(EU, EU.1, &client), "none");
}

#[test]
fn a_block_says_for_how_long_in_both_languages() {
    let client = frozen();
    client.seed(json!({"u18_login_failures": 1}));
    whoami(EU, "wrong", &client);
    let text = |lang: &str| client.call_as(EU, &format!("func=whoami&lang={lang}")).unwrap();
    assert!(text("en").contains("the login is blocked for 20 seconds"));
    assert!(text("ru").contains("вход заблокирован на 20 секунд"));
}

#[test]
fn a_good_login_forgets_the_failures_before_it() {
    let client = frozen();
    for _ in 0..3 {
        for _ in 0..4 {
            assert_eq!(whoami(EU, "wrong", &client), "auth/badpassword");
        }
        assert_eq!(whoami(EU, EU.1, &client), "none");
    }
}

#[test]
fn the_number_of_failures_is_a_setting() {
    let client = frozen();
    client.seed(json!({"u18_login_failures": null}));
    for _ in 0..20 {
        assert_eq!(whoami(EU, "wrong", &client), "auth/badpassword");
    }
    client.seed(json!({"u18_login_failures": 2}));
    whoami(EU, "wrong", &client);
    whoami(EU, "wrong", &client);
    assert_eq!(whoami(EU, EU.1, &client), "auth/blocklogon");
}

#[test]
fn an_open_session_outlives_the_block_of_its_user() {
    let client = frozen();
    let session = session(&client);
    client.seed(json!({"u18_login_failures": 1}));
    whoami(EU, "wrong", &client);
    assert_eq!(whoami(EU, EU.1, &client), "auth/blocklogon");
    assert_eq!(error(&client.post(&[("auth", &session), ("func", "whoami")]).unwrap().1), "none");
}

#[test]
fn an_address_that_fails_too_often_is_denied_whoever_it_says_it_is() {
    for (block, status, text) in [
        ("badip", 200, "<error type=\"auth\" object=\"badip\""),
        ("forbidden", 403, "403 Forbidden"),
        ("blocked", 460, "460 Access from this IP denied"),
    ] {
        let client = frozen();
        client.seed(json!({"u18_ip_failures": 3, "u18_ip_block": block}));
        for user in ["eu-partner", "ru-partner", "nobody"] {
            assert_eq!(whoami((user, ""), "wrong", &client), "auth/badpassword");
        }
        let call = raw::get("/billmgr?authinfo=ru-partner:Secret%26%3Cru%3E:1&func=whoami");
        let denied = raw::send(&client, &call);
        assert_eq!(denied.status(), status, "{block}");
        assert!(denied.text().contains(text), "{block}: {}", denied.text());
        assert!(raw::send_from(&client, 2, &call).text().contains("<user "), "{block}");
        client.advance_seconds(600);
        assert!(raw::send(&client, &call).text().contains("<user "), "{block}");
    }
}

#[test]
fn an_account_that_asks_too_often_in_a_second_gets_status_429() {
    let client = frozen();
    client.seed(json!({"u18_requests_per_second": 2}));
    let status = |account: (&str, &str)| {
        let authinfo = format!("{}:{}", account.0, account.1);
        client.post(&[("authinfo", &authinfo), ("func", "whoami")]).unwrap().0
    };
    assert_eq!([status(EU), status(EU), status(EU), status(RU)], [200, 200, 429, 200]);
    client.advance_seconds(1);
    assert_eq!(status(EU), 200);
}

#[test]
fn an_account_with_a_second_factor_tells_whoami_and_refuses_everything_else() {
    let client = frozen();
    let session = session(&client);
    client.seed(json!({"totp": ["eu-partner"]}));
    assert!(client.xml("func=whoami").contains("<ok>func=totp.confirm</ok>"));
    assert_eq!(client.error("func=subaccount"), ("auth".into(), "totp".into()));
    assert!(client.xml("func=subaccount&lang=ru").contains("Включена двухфакторная аутентификация"));
    let by_session = client.post(&[("auth", &session), ("func", "addition")]).unwrap().1;
    assert_eq!(error(&by_session), "auth/totp");
    assert_eq!(client.call_as(RU, "func=whoami").map(|body| error(&body)).unwrap(), "none");
    assert_eq!(client.try_control("POST", "seed", &json!({"totp": ["nobody"]})).0, 422);
    client.seed(json!({"totp": []}));
    assert!(client.xml("func=whoami").contains("<user "));
}

#[test]
fn a_session_is_good_only_from_the_address_that_opened_it() {
    let client = frozen();
    let session = session(&client);
    let call = raw::get(&format!("/billmgr?auth={session}&func=whoami"));
    assert_eq!(error(raw::send_from(&client, 2, &call).text()), "access/whoami");
    assert_eq!(error(raw::send(&client, &call).text()), "none");
}

#[test]
fn a_cookie_counts_after_authinfo_and_auth() {
    let client = frozen();
    let login = raw::send(&client, &raw::form("func=auth&username=eu-partner&password=Secret%26%3Ceu%3E%3A1"));
    let cookie = login.header("set-cookie").unwrap();
    let session = cookie.strip_prefix("billmgrses5=").unwrap().strip_suffix("; path=/; HttpOnly").unwrap();
    assert!(login.text().contains(&format!("id=\"{session}\"")));
    let whoami = |query: &str| {
        let header = format!("Cookie: lang=en; billmgrses5={session}\r\n");
        let request = raw::request("GET", &format!("/billmgr?func=whoami{query}"), &header, "");
        raw::send(&client, &request).text().to_owned()
    };
    assert!(whoami("").contains("<user name=\"eu-partner\""));
    assert!(whoami("&authinfo=ru-partner:Secret%26%3Cru%3E:1").contains("<user name=\"ru-partner\""));
    assert_eq!(error(&whoami("&auth=other")), "access/whoami");
    let off = raw::request("GET", "/billmgr?func=logoff", &format!("Cookie: billmgrses5={session}\r\n"), "");
    raw::send(&client, &off);
    assert_eq!(error(&whoami("")), "access/whoami");
    assert!(!client.control("GET", "requests", &Value::Null).to_string().contains(session));
}

#[test]
fn a_failed_login_sets_no_cookie() {
    let client = frozen();
    let login = raw::send(&client, &raw::form("func=auth&username=eu-partner&password=wrong"));
    assert_eq!(login.header("set-cookie"), None);
}

#[test]
fn an_error_document_has_the_status_that_is_assumed() {
    let client = frozen();
    let status = |client: &Client, account: (&str, &str), func: &str| {
        let authinfo = format!("{}:{}", account.0, account.1);
        client.post(&[("authinfo", &authinfo), ("func", func)]).unwrap().0
    };
    let calls = [((EU.0, "wrong"), "whoami"), (EU, "user"), (EU, "no.such"), (EU, "service.prolong")];
    assert_eq!(calls.map(|(account, func)| status(&client, account, func)), [200, 200, 200, 200]);
    client.seed(json!({"u26_http_status": "by_error"}));
    assert_eq!(calls.map(|(account, func)| status(&client, account, func)), [401, 403, 404, 404]);
    assert_eq!(status(&client, EU, "whoami"), 200);
}

fn session(client: &Client) -> String {
    let body = client.post(&[("func", "auth"), ("username", EU.0), ("password", EU.1)]).unwrap().1;
    body.split_once("<auth id=\"").unwrap().1.split('"').next().unwrap().to_owned()
}
