//! Who is kept out: blocked logins and addresses, too many requests, a missing second factor.

use serde_json::json;

use crate::client::{Client, EU, RU, error_in, frozen};
use crate::raw;

fn whoami((login, _): (&str, &str), password: &str, client: &Client) -> String {
    error_in(&client.call_as((login, password), "func=whoami").unwrap())
}

fn log_in((login, _): (&str, &str), password: &str, client: &Client) -> String {
    error_in(&client.post(&[("func", "auth"), ("username", login), ("password", password)]).unwrap().1)
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
    let session = client.session();
    client.seed(json!({"u18_login_failures": 1}));
    whoami(EU, "wrong", &client);
    assert_eq!(whoami(EU, EU.1, &client), "auth/blocklogon");
    assert_eq!(error_in(&client.post(&[("auth", &session), ("func", "whoami")]).unwrap().1), "none");
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
    let status = |account| client.status(account, "func=whoami");
    assert_eq!([status(EU), status(EU), status(EU), status(RU)], [200, 200, 429, 200]);
    client.advance_seconds(1);
    assert_eq!(status(EU), 200);
}

#[test]
fn an_account_with_a_second_factor_tells_whoami_and_refuses_everything_else() {
    let client = frozen();
    let session = client.session();
    client.seed(json!({"totp": ["eu-partner"]}));
    assert!(client.xml("func=whoami").contains("<ok>func=totp.confirm</ok>"));
    assert_eq!(client.error("func=subaccount"), ("auth".into(), "totp".into()));
    assert!(client.xml("func=subaccount&lang=ru").contains("Включена двухфакторная аутентификация"));
    let by_session = client.post(&[("auth", &session), ("func", "addition")]).unwrap().1;
    assert_eq!(error_in(&by_session), "auth/totp");
    assert_eq!(client.call_as(RU, "func=whoami").map(|body| error_in(&body)).unwrap(), "none");
    assert_eq!(client.try_control("POST", "seed", &json!({"totp": ["nobody"]})).0, 422);
    client.seed(json!({"totp": []}));
    assert!(client.xml("func=whoami").contains("<user "));
}
