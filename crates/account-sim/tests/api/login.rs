//! Who may ask: authinfo, sessions, one-time keys, and what is refused to whom.

use crate::client::{BITNINJA, EU, frozen};

#[test]
fn authinfo_is_split_at_the_first_colon() {
    let client = frozen();
    assert!(client.xml("func=whoami").contains("<user name=\"eu-partner\" level=\"16\" id=\"1\""));
    let (_, body) = client.post(&[("authinfo", "eu-partner"), ("func", "whoami")]).unwrap();
    assert!(body.contains("badpassword"));
}

#[test]
fn get_and_post_work_on_both_paths() {
    let client = frozen();
    for path in ["/manager/billmgr", "/billmgr"] {
        let query = "authinfo=eu-partner:Secret%26%3Ceu%3E:1&func=subaccount";
        assert!(client.get(&format!("{path}?{query}")).1.contains("<balance>500.00 EUR</balance>"));
    }
    assert_eq!(client.get("/somewhere").0, 404);
}

#[test]
fn a_session_lasts_an_hour_after_its_last_request() {
    let client = frozen();
    let auth = [("func", "auth"), ("username", EU.0), ("password", EU.1)];
    let body = client.post(&auth).unwrap().1;
    let session = body.split_once("<auth id=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    assert!(body.contains(&format!("<auth id=\"{session}\" level=\"16\">{session}</auth>")));
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
    let body = client.post(&[("func", "auth"), ("username", EU.0), ("password", EU.1)]).unwrap().1;
    let session = body.split_once("<auth id=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
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
fn functions_are_unknown_forbidden_or_not_modelled() {
    let client = frozen();
    assert_eq!(client.error("func=no.such.function").0, "missed");
    assert_eq!(client.error("func=addition.suspend"), ("access".into(), "addition.suspend".into()));
    let authinfo = format!("{}:{}", EU.0, EU.1);
    let (status, _) = client.post(&[("authinfo", &authinfo), ("func", "payment.add")]).unwrap();
    assert_eq!(status, 501);
}

#[test]
fn one_account_does_not_see_the_services_of_the_other() {
    let client = frozen();
    let id = client.order_bitninja("");
    let foreign = client.call_as(crate::client::RU, &format!("func=addition.edit&elid={id}&lang=en")).unwrap();
    assert!(foreign.contains("type=\"missed\"") && foreign.contains("The item does not exist"));
    assert_eq!(
        client.error(&format!("{}&period=1", BITNINJA.replace("1001", "2001"))),
        ("value".into(), "item".into())
    );
}
