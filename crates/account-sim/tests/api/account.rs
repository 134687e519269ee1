//! What the account tells about itself, and the ways to log in beside password and key.

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
    let authinfo = format!("{}:{}", EU.0, EU.1);
    let write = [("authinfo", authinfo.as_str()), ("func", "usrparam"), ("sok", "ok"), ("realname", "Other")];
    assert_eq!(client.post(&write).unwrap().0, 501);
}

#[test]
fn only_administrators_act_as_somebody_else() {
    let client = frozen();
    assert_eq!(client.error("func=subaccount&su=ru-partner"), ("access".into(), "subaccount".into()));
    assert_eq!(client.error("func=subaccount&su=eu-partner").0, "");
}

#[test]
fn the_form_of_a_login_is_open_and_takes_a_name_and_a_password() {
    let client = frozen();
    let form = client.post(&[("func", "logon")]).unwrap().1;
    assert!(form.contains("<username/>") && form.contains("<slist name=\"lang\">"));
    let body = client.post(&[("func", "logon"), ("username", EU.0), ("password", EU.1)]).unwrap().1;
    assert!(body.contains("level=\"16\""));
    let wrong = client.post(&[("func", "logon"), ("username", EU.0), ("password", "x")]).unwrap().1;
    assert!(wrong.contains("badpassword"));
}

#[test]
fn authinfo_opens_a_session_and_an_open_session_answers_itself() {
    let client = frozen();
    let authinfo = format!("{}:{}", EU.0, EU.1);
    let login = |params: &[(&str, &str)]| client.post(params).unwrap().1;
    let body = login(&[("func", "auth"), ("authinfo", &authinfo), ("checkcookie", "no")]);
    let session = body.split_once("<auth id=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let again = login(&[("func", "auth"), ("auth", &session)]);
    assert!(again.contains(&format!("<auth id=\"{session}\"")));
    assert!(login(&[("func", "logout"), ("auth", &session)]).contains("<ok/>"));
    assert!(login(&[("func", "auth"), ("auth", &session)]).contains("<error type=\"access\""));
    assert!(login(&[("func", "auth")]).contains("badpassword"));
}
