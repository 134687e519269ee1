//! Who may ask: authinfo, sessions, one-time keys, and what is refused to whom.

use serde_json::Value;

use crate::client::{EU, error_in, frozen};
use crate::raw;

#[test]
fn authinfo_is_split_at_the_first_colon() {
    let client = frozen();
    assert!(client.xml("func=whoami").contains("<user name=\"eu-partner\" level=\"16\" id=\"1\""));
    let (_, body) = client.post(&[("authinfo", "eu-partner"), ("func", "whoami")]).unwrap();
    assert!(body.contains("badpassword"));
}

#[test]
fn a_session_lasts_an_hour_after_its_last_request() {
    let client = frozen();
    let session = client.session();
    let whoami = || client.post(&[("auth", &session), ("func", "whoami")]).unwrap().1;
    client.advance_seconds(3599);
    assert!(whoami().contains("eu-partner"));
    client.advance_seconds(3599);
    assert!(whoami().contains("eu-partner"));
    client.advance_seconds(3600);
    assert!(whoami().contains("<error type=\"access\" object=\"whoami\""));
}

#[test]
fn logging_off_ends_the_session() {
    let client = frozen();
    let session = client.session();
    client.post(&[("auth", &session), ("func", "logoff")]).unwrap();
    assert!(client.post(&[("auth", &session), ("func", "whoami")]).unwrap().1.contains("<error type=\"access\""));
}

#[test]
fn a_browser_logs_in_once_with_a_key_and_sees_as_whom() {
    let client = frozen();
    let key = "5f4dcc3b5aa765d61d8327deb882cf99";
    client.xml(&format!("func=session.newkey&username=eu-partner&key={key}"));
    let page = format!("/billmgr?func=auth&username=eu-partner&key={key}&checkcookie=no");
    let (status, html) = client.get(&page);
    assert_eq!(status, 200);
    assert!(html.contains("Logged in as <b>eu-partner</b>"));
    assert!(client.get(&page).1.contains("<error type=\"auth\" object=\"badpassword\""));
}

#[test]
fn a_key_is_only_for_the_own_login_long_enough_and_an_hour() {
    let client = frozen();
    let newkey = "func=session.newkey&username";
    assert_eq!(client.error(&format!("{newkey}=ru-partner&key=0123456789abcdef")).0, "access");
    assert_eq!(client.error(&format!("{newkey}=eu-partner&key=short")), ("value".into(), "key".into()));
    client.xml(&format!("{newkey}=eu-partner&key=0123456789abcdef"));
    client.advance_seconds(3600);
    let late = client.get("/billmgr?func=auth&username=eu-partner&key=0123456789abcdef");
    assert!(late.1.contains("badpassword"));
}

#[test]
fn nobody_who_is_not_logged_in_gets_anything() {
    let client = frozen();
    for func in ["pricelist.export", "addition", "addition.order.param", "no.such.function"] {
        let body = client.post(&[("func", func)]).unwrap().1;
        assert!(body.contains("<error type=\"auth\" lang"), "{func}");
    }
}

#[test]
fn one_account_does_not_see_the_services_of_the_other() {
    let client = frozen();
    let id = client.order_bitninja("");
    let foreign = client.call_as(crate::client::RU, &format!("func=addition.edit&elid={id}&lang=en")).unwrap();
    assert!(foreign.contains("type=\"missed\"") && foreign.contains("The item does not exist"));
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

#[test]
fn a_session_is_good_only_from_the_address_that_opened_it() {
    let client = frozen();
    let session = client.session();
    let call = raw::get(&format!("/billmgr?auth={session}&func=whoami"));
    assert_eq!(error_in(raw::send_from(&client, 2, &call).text()), "access/whoami");
    assert_eq!(error_in(raw::send(&client, &call).text()), "none");
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
    assert_eq!(error_in(&whoami("&auth=other")), "access/whoami");
    let off = raw::request("GET", "/billmgr?func=logoff", &format!("Cookie: billmgrses5={session}\r\n"), "");
    raw::send(&client, &off);
    assert_eq!(error_in(&whoami("")), "access/whoami");
    assert!(!client.control("GET", "requests", &Value::Null).to_string().contains(session));
}

#[test]
fn a_failed_login_sets_no_cookie() {
    let client = frozen();
    let login = raw::send(&client, &raw::form("func=auth&username=eu-partner&password=wrong"));
    assert_eq!(login.header("set-cookie"), None);
}

#[test]
fn a_session_beside_authinfo_is_left_alone() {
    let client = frozen();
    let session = client.session();
    let own = |query: &[(&str, &str)]| client.post(&[&[("auth", session.as_str())], query].concat()).unwrap().1;
    own(&[("func", "soft"), ("filter", "on"), ("id", "1002")]);
    let foreign = |query: &str| client.call_as(crate::client::RU, &format!("{query}&auth={session}")).unwrap();
    assert!(!foreign("func=soft.filter").contains("1002"));
    foreign("func=soft&filter=off");
    foreign("func=logoff");
    assert!(own(&[("func", "soft")]).contains("<p_elems>1</p_elems>"));
}

#[test]
fn sessions_and_keys_do_not_fill_the_memory() {
    let client = frozen();
    let key = |length: usize| format!("func=session.newkey&username=eu-partner&key={}", "k".repeat(length));
    assert_eq!(client.error(&key(256)), ("value".into(), "key".into()));
    client.xml(&key(255));
    let now = "2027-01-10T12:00:00Z".parse().unwrap();
    let mut sim = account_sim::InProcess::new(now);
    for _ in 0..10_001 {
        sim.billing(now, "func=auth&username=eu-partner&password=Secret%26%3Ceu%3E%3A1", b"");
    }
    let snapshot: serde_json::Value =
        serde_json::from_str(&sim.control(now, "GET", "/control/snapshot", "").1).unwrap();
    assert_eq!(snapshot["sessions"]["open"].as_object().unwrap().len(), 10_000);
}
